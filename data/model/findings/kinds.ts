import type { Grade, Lang, Written } from '../numbers.ts'
import { isScale, writeBare, writeNumber, writeValue } from '../numbers.ts'
import { quoted, say } from './finding.ts'

export type Told = Written & { direction?: string; grades?: readonly Grade[] | null }

/** Answered by the municipality itself, yes or no or a grade: without places, medians or shares of it. */
export const isAnswer = ({ kind }: { kind: string }): boolean => kind === 'yesno' || kind === 'ordinal'

/** What costs, or how much of a thing: more is neither a better nor a worse place. */
export const isVolume = ({ kind }: Told): boolean => kind === 'amount' || kind === 'count'

/** Whether a place among others says something: one way is better, and it is no cost, volume or answer. */
export const isRanked = (about: Told): boolean => about.direction !== 'neutral' && !isAnswer(about) && !isVolume(about)

/** An answer as it is given: `svarar ja`, `har ”Underskott”`, `har 3 på skala 1–8`. As verb and rest. */
export function answered(value: number, about: Told, lang: Lang): [string, string] {
  if (about.kind === 'yesno') return [say(lang, 'svarar', 'answers'), writeValue(value, about, lang).toLowerCase()]
  const grade = about.grades?.find((one) => one.value === value)
  if (grade) return [say(lang, 'har', 'has'), quoted(grade.name, lang)]
  return [say(lang, 'har', 'has'), writeValue(value, about, lang)]
}

/** An answer alone: `ja`, `”Underskott”`, `6`. */
export function answerOf(value: number, about: Told, lang: Lang): string {
  if (about.kind === 'yesno') return writeValue(value, about, lang).toLowerCase()
  const grade = about.grades?.find((one) => one.value === value)
  return grade ? quoted(grade.name, lang) : writeBare(value, about, lang)
}

/** A value with where and when: `28,1 % i Solna 2022`; a scale stands last, `57,0 i Solna 2022 (index 0–100)`. */
export function valueAt(value: number, about: Told, where: string, when: string, lang: Lang): string {
  if (!isScale(about.unit) || about.grades) return `${writeValue(value, about, lang)} ${where} ${when}`
  return `${writeBare(value, about, lang)} ${where} ${when} (${about.unit})`
}

/** Less of the median than this is hardly told from it. */
const HARDLY = 0.02

/**
 * How far a volume lies from a median: `12 procent över`, `5,2 procentenheter under`, `ungefär på`.
 * Of what is itself a per cent, or where the median is nought or below, in its own unit.
 */
export function besideMedian(value: number, median: number, about: Told, lang: Lang): string {
  const isAbove = value > median
  const side = isAbove ? say(lang, 'över', 'above') : say(lang, 'under', 'below')
  if (about.unit === '%') {
    const points = writeNumber(Math.abs(value - median), about.decimals, lang)
    if (!/[1-9]/.test(points)) return say(lang, 'på', 'at')
    return say(lang, `${points} procentenheter ${side}`, `${points} percentage points ${side}`)
  }
  if (median <= 0) {
    if (value === median) return say(lang, 'på', 'at')
    return `${writeValue(Math.abs(value - median), about, lang)} ${side}`
  }
  const share = Math.abs(value - median) / median
  if (share < HARDLY) return say(lang, 'ungefär på', 'about at')
  if (value >= 3 * median) {
    const times = writeNumber(value / median, 1, lang)
    return say(lang, `${times} gånger`, `${times} times`)
  }
  return say(
    lang,
    `${writeNumber(share * 100, 0, lang)} procent ${side}`,
    `${writeNumber(share * 100, 0, lang)} per cent ${side}`,
  )
}
