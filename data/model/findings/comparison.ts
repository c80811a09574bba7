import type { CompareRow } from '../answers/compare.ts'
import { type Lang, writeValue } from '../numbers.ts'
import { differsFrom, restOf, unknownSentence } from './certainty.ts'
import type { Compared as Answer } from './compared.ts'
import { say } from './finding.ts'
import { isAnswer } from './kinds.ts'

type Row = Pick<CompareRow, 'value' | 'comparison' | 'lower' | 'upper'> & { margin?: number | null }

const WORDS = {
  better: { sv: 'bättre', en: 'better' },
  worse: { sv: 'sämre', en: 'worse' },
  higher: { sv: 'högre', en: 'higher' },
  lower: { sv: 'lägre', en: 'lower' },
} as const

/**
 * Whether the difference from the country's figure, else from the median, is more than chance, and what that rests on: a
 * stated interval, or how much such values swing. Where neither is known, that is said; of an answer there is no chance.
 */
export function comparisonSentence(answer: Answer, row: Row, lang: Lang): string {
  const { about, reference, comparedWith = 'median' } = answer
  const against = reference[comparedWith]
  if (isAnswer(about) || about.kind === 'count' || against === null || row.value === null) return ''
  const rest = restOf(row)
  if (reference.count < 2) return ''
  if (rest === 'unknown') return unknownSentence(about.kind === 'amount', lang)
  const than = thanWhom(answer, against, lang)
  if (row.value === against || isWrittenAlike(row, against, about, lang)) return ''
  if (!differsFrom(row, against)) return similarSentence(rest, than, lang)
  const word = WORDS[sideOf(row.value, against, about.direction)]
  return rest === 'stated'
    ? say(
        lang,
        `Det är ${word.sv} än ${than} även med osäkerheten inräknad.`,
        `That is ${word.en} than ${than} even with the uncertainty counted in.`,
      )
    : say(
        lang,
        `Det är ${word.sv} än ${than}, mer än värdena brukar svänga från år till år.`,
        `That is ${word.en} than ${than}, by more than the values usually swing from year to year.`,
      )
}

/**
 * Whether a stated limit reads like what it is set against, though it is a little off: beside `0,0–6,5` nobody believes that
 * 0,0 lies outside. @returns false where no limit is stated
 */
export function isWrittenAlike(
  { lower, upper }: Pick<Row, 'lower' | 'upper'>,
  against: number,
  about: Answer['about'],
  lang: Lang,
): boolean {
  const written = writeValue(against, about, lang)
  return [lower, upper].some(
    (limit) => limit !== null && limit !== against && writeValue(limit, about, lang) === written,
  )
}

function thanWhom({ about, comparedWith = 'median' }: Answer, against: number, lang: Lang): string {
  const value = writeValue(against, about, lang)
  return comparedWith === 'country'
    ? say(lang, `riket (${value})`, `the country (${value})`)
    : say(lang, 'medianen', 'the median')
}

const similarSentence = (rest: 'stated' | 'measured', than: string, lang: Lang) =>
  rest === 'stated'
    ? say(lang, `Skillnaden mot ${than} kan vara slump.`, `The difference from ${than} may be chance.`)
    : say(
        lang,
        `Skillnaden mot ${than} är inte större än värdena brukar svänga från år till år.`,
        `The difference from ${than} is no larger than the values usually swing from year to year.`,
      )

function sideOf(value: number, against: number, direction: string): keyof typeof WORDS {
  const isHigher = value > against
  if (direction === 'neutral') return isHigher ? 'higher' : 'lower'
  return isHigher === (direction === 'higher') ? 'better' : 'worse'
}
