import type { CompareAnswer } from '../../data/model/answers/compare.ts'
import type { Texts } from '../text/index.ts'

type About = Pick<CompareAnswer['about'], 'short' | 'unit'>

/** What a figure is about, wherever it ends up: indicator, unit, year or years, and the sex where it is one. */
export function subjectOf(
  { about, period }: { about: About; period: number | string },
  sex: string,
  texts: Texts,
): string {
  const unit = about.unit === '' ? '' : ` (${about.unit})`
  return [`${about.short}${unit} ${period}`, sexWord(sex, texts)].filter(Boolean).join(', ')
}

/** From the first to the last year; one year alone where there is one. */
export const span = (years: readonly number[]): string =>
  [...new Set([Math.min(...years), Math.max(...years)])].join('–')

/** Nothing where everyone is counted. */
export const sexWord = (sex: string, { sexes }: Texts): string =>
  sex === 'K' || sex === 'M' ? sexes[sex].toLowerCase() : ''
