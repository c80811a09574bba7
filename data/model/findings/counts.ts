import type { CompareRow } from '../answers/compare.ts'
import { type Lang, writeNumber, writeValue } from '../numbers.ts'
import type { Compared as Answer } from './compared.ts'
import { say } from './finding.ts'
import type { Clause } from './position.ts'

const PER = 10_000

/** The inhabitants of a municipality, where they are known. */
type Populations = { populationOf?: (municipality: string) => number | undefined }

/** A count, and beside it per inhabitant with that of the municipality in the middle; a count of inhabitants stands alone. */
export function countClause(answer: Answer, row: CompareRow, populations: Populations, lang: Lang): Clause {
  const has = say(lang, 'har', 'has')
  const written = writeValue(row.value!, answer.about, lang)
  const own = perInhabitant(row, populations)
  const others = answer.rows.flatMap((one) => perInhabitant(one, populations) ?? []).sort((a, b) => a - b)
  const middle = others[Math.floor((others.length - 1) / 2)]
  if (own === null || middle === undefined || isEverybody(middle)) return [has, written]
  const [mine, theirs] = [own, middle].map((value) => writeNumber(value, 1, lang))
  const per = writeNumber(PER, 0, lang)
  return [
    has,
    say(
      lang,
      `${written}, alltså ${mine} per ${per} invånare; mediankommunen har ${theirs}`,
      `${written}, that is ${mine} per ${per} inhabitants; the median municipality has ${theirs}`,
    ),
  ]
}

function perInhabitant({ municipality, value }: CompareRow, { populationOf }: Populations): number | null {
  const people = populationOf?.(municipality)
  return value === null || !people ? null : (value / people) * PER
}

/** So many of all inhabitants are all of them, or all of one sex: a count of people, not of a thing that happens to some. */
const isEverybody = (per: number) => per > PER / 4
