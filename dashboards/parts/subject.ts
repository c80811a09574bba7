import type { CompareAnswer } from '../../data/model/answers/compare.ts'
import { sexOf } from '../../data/model/findings/whom.ts'
import type { Lang } from '../../data/model/numbers.ts'

type About = Pick<CompareAnswer['about'], 'short' | 'unit' | 'children'>

/** What a figure is about, wherever it ends up: indicator, unit, year or years, and the sex where it is one. */
export function subjectOf(
  { about, period }: { about: About; period: number | string },
  sex: string,
  lang: Lang,
): string {
  const unit = about.unit === '' ? '' : ` (${about.unit})`
  return [`${about.short}${unit} ${period}`, sexOf({ sex, about }, lang)].filter(Boolean).join(', ')
}

/** From the first to the last year; one year alone where there is one. */
export const span = (years: readonly number[]): string =>
  [...new Set([Math.min(...years), Math.max(...years)])].join('–')
