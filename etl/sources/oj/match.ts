import { catalogue } from '../../../data/catalogue/index.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import type { Figure } from '../../../data/store/figures.ts'

/** What a heading says: which indicator, and for whom and when if it says so. */
export type Match = { id: string; sex: Figure['sex']; period: number | null }

const SEX_WORDS: [RegExp, Figure['sex']][] = [
  [/\b(kvinnor|kvinna|flickor|women)\b/i, 'K'],
  [/\b(män|man|pojkar|men)(?![a-zåäö])/i, 'M'],
  [/\b(totalt|samtliga|alla|total)\b/i, 'T'],
]
const YEAR = /\b(20\d\d)\b/

/** Reads a heading: by the indicator's id, else by its title in the catalogue, whole or in its last part. */
export function matchHeading(heading: string): Match | null {
  const parts = heading.split(': ')
  const candidates = [heading, parts.at(-1)!, ...parts]
  const id = idIn(heading) ?? candidates.map(idOfTitle).find(Boolean)
  if (id) return { id, sex: sexOf(heading, id), period: yearIn(heading) }
  return null
}

/** The year that a text names; null for none. */
export function yearIn(text: string): number | null {
  const year = YEAR.exec(text)?.[1]
  return year ? Number(year) : null
}

function idIn(heading: string): string | undefined {
  const id = /\b[NU]\d{5}\b/.exec(heading)?.[0]
  return id && catalogue().indicatorById.has(id) ? id : undefined
}

let titles: Map<string, string> | undefined

function idOfTitle(text: string): string | undefined {
  titles ??= new Map(catalogue().indicators.flatMap(titlesOf))
  return titles.get(plain(text)) ?? titles.get(plain(withoutSex(text)))
}

const titlesOf = ({ id, title, short }: Indicator): [string, string][] =>
  [title.sv, title.en, short.sv, short.en].map((text) => [plain(text), id])

/** A title as it is compared: without year, unit mark, punctuation and differences of case and space. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(YEAR, '')
    .replace(/\(%\)|,?\s*andel\b|,?\s*procent\b/g, '')
    .replace(/[^a-zåäöéü0-9]+/g, ' ')
    .trim()
}

function withoutSex(text: string): string {
  return SEX_WORDS.reduce((left, [word]) => left.replace(word, ''), text)
}

/** A sex word counts only where the indicator's own title does not hold it. */
function sexOf(heading: string, id: string): Figure['sex'] {
  const own = catalogue().indicatorById.get(id)!.title.sv
  return SEX_WORDS.find(([word]) => word.test(heading) && !word.test(own))?.[1] ?? 'T'
}
