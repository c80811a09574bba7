import type { Localized } from '../model/localized.ts'
import { type Category, type Column, codes, inWords } from './definition.ts'

/** The columns every extract begins with: who, where and when, as coarsely as the figures need. */
export function personColumns(ageGroups: Category[], sexes: Category[]): Column[] {
  return [
    {
      id: 'pseudo_id',
      title: inWords('Kommunens egen pseudonym', 'The municipality’s own pseudonym'),
      content: { kind: 'pseudonym' },
    },
    { id: 'kommun', title: inWords('Kommunkod', 'Municipality code'), content: { kind: 'municipality' } },
    { id: 'manad', title: inWords('Månad (ÅÅÅÅ-MM)', 'Month (YYYY-MM)'), content: { kind: 'month' } },
    { id: 'kon', title: inWords('Kön', 'Sex'), content: { kind: 'code', codes: sexes } },
    { id: 'aldersgrupp', title: inWords('Åldersgrupp', 'Age group'), content: { kind: 'code', codes: ageGroups } },
  ].map((column) => ({ ...column, required: true }) as Column)
}

/** Of grown-ups. */
export const SEXES = codes(`
  kvinna: Kvinna / Woman
  man: Man / Man
  annat: Annat / Other`)

/** The same codes of children. */
export const SEXES_OF_CHILDREN = codes(`
  kvinna: Flicka / Girl
  man: Pojke / Boy
  annat: Annat / Other`)

/** Age groups written as their ids, `18-24` or `65+`. */
export function ageGroups(ids: string): Category[] {
  return ids.split(' ').map((id) => ({ id, title: { sv: `${dashed(id)} år`, en: `${dashed(id)} years` } }))
}

const dashed = (id: string): string => id.replace('-', '–')

/** Whole-number columns written as `id: svenska / English (source)`, one a line, all of one range. */
export function wholeColumns(min: number, max: number, lines: string): Column[] {
  return codes(lines).map(({ id, title }) => ({ id, ...withSource(title), content: { kind: 'whole', min, max } }))
}

/** Columns of kronor, written likewise. No cap but what a field of the form can hold. */
export function amountColumns(lines: string): Column[] {
  return codes(lines).map(({ id, title }) => ({
    id,
    ...withSource(title),
    content: { kind: 'amount', min: 0, max: 9_999_999 },
  }))
}

/** Columns of codes. */
export function codeColumn(id: string, title: Localized, lines: string, required = false): Column {
  return { id, title, content: { kind: 'code', codes: codes(lines) }, ...(required && { required }) }
}

function withSource(title: Localized): { title: Localized; source?: string } {
  const found = / \((\w\d+)\)$/.exec(title.en)
  if (!found) return { title }
  return { title: { sv: title.sv, en: title.en.slice(0, found.index) }, source: found[1] as string }
}
