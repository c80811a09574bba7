import type { Indicator } from '../../../data/model/indicator.ts'
import type { Figure } from '../../../data/store/figure.ts'
import { readHeading, yearsIn } from './heading.ts'
import type { FoundTable } from './table.ts'
import type { Derived } from './words.ts'

/** What stands around a table, and holds for all of it where its headings say nothing else. */
export interface Context {
  indicator: string | null
  period: number | null
  periodWhy: 'title' | 'sheet' | 'file' | null
  /** Years that contradict each other, or a span: which one is meant has to be said. */
  years: number[]
  span: string | null
  sex: Figure['sex'] | null
  /** A sex is spoken of, but perhaps as the subject. */
  maybeSex: boolean
  derived: Derived | null
}

const OF_THE_WHOLE: Derived[] = ['change', 'rank', 'margin']

/** Reads title, name of the sheet and of the file. @param known an indicator by its id */
export function contextOf(
  { title, sheet }: FoundTable,
  file: string,
  known: (id: string) => Indicator | undefined,
): Context {
  const titles = title.filter((text) => text.length < LONGEST).map((text) => readHeading(text, known))
  const name = readHeading(sheet.name, known)
  const around = [...titles, name]
  const indicators = [...new Set(around.flatMap((heading) => heading.indicators))]
  const sexes = [...new Set(around.filter(({ rest }) => rest === '').flatMap((heading) => heading.sexes))]
  return {
    indicator: indicators.length === 1 ? indicators[0]! : null,
    ...periodOf(title.join(' \n '), sheet.name, file),
    sex: sexes.length === 1 ? sexes[0]! : null,
    maybeSex: sexes.length !== 1 && around.some((heading) => heading.sexes.some((sex) => sex !== 'T')),
    derived: around.map(({ derived }) => derived).find((derived) => derived && OF_THE_WHOLE.includes(derived)) ?? null,
  }
}
const LONGEST = 300

/** The year of title and sheet, which must be one; else that of the file's name. */
function periodOf(
  title: string,
  sheet: string,
  file: string,
): Pick<Context, 'period' | 'periodWhy' | 'years' | 'span'> {
  const [above, name, named] = [
    yearsIn(title),
    yearsIn(sheet),
    yearsIn(file.replace(/\.\w+$/, '').replaceAll('_', ' ')),
  ]
  const years = [...new Set([...above.years, ...name.years])]
  const span = above.span ?? name.span
  if (span !== null) return { period: null, periodWhy: null, years, span }
  if (years.length === 1)
    return { period: years[0]!, periodWhy: name.years.length > 0 ? 'sheet' : 'title', years, span }
  if (years.length === 0 && named.years.length === 1 && !named.span)
    return { period: named.years[0]!, periodWhy: 'file', years, span }
  return { period: null, periodWhy: null, years, span: years.length === 0 ? named.span : null }
}
