import { isOutsideCatalogue } from '../indicator.ts'
import type { Lang } from '../numbers.ts'

/** What a figure says: a title that states it, and sentences that explain it. */
export type Finding = { title: string; explanation: string }

/** The same thing said in both languages; the reader's is picked last, so that neither is forgotten. */
export const say = (lang: Lang, sv: string, en: string): string => (lang === 'sv' ? sv : en)

/** Sentences with one space between them; empty ones left out. */
export const sentences = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ')

/** An indicator's name within a sentence. */
export const quoted = (name: string, lang: Lang): string => say(lang, `”${name}”`, `“${name}”`)

/** `Solna`, `Solna och Ekerö`, `Solna, Ekerö och Täby`; `samt` before the last where a name has an "och" of its own. */
export function joined(names: readonly string[], lang: Lang): string {
  const before = names.slice(0, -1)
  const last = names.at(-1) ?? ''
  if (before.length === 0) return last
  const double = names.some((name) => / (och|and) /.test(name))
  const and = double ? say(lang, ' samt', ', and') : say(lang, ' och', ' and')
  return `${before.join(', ')}${and} ${last}`
}

/** Which way is better, in words for the kind of figure; of what nobody has looked at, that. */
export function directionSentence(
  { direction, kind, area }: { direction: string; kind: string; area: string },
  lang: Lang,
): string {
  if (isOutsideCatalogue({ area })) return say(lang, 'Riktning ej bedömd.', 'Nobody has judged which way is better.')
  if (kind === 'yesno') return answerDirection(direction, lang)
  if (kind === 'ordinal' && direction === 'neutral')
    return say(lang, 'Ingen grad är bra eller dålig i sig.', 'No grade is good or bad in itself.')
  if (direction === 'higher') return say(lang, 'Högre är bättre.', 'Higher is better.')
  if (direction === 'lower') return say(lang, 'Lägre är bättre.', 'Lower is better.')
  return say(lang, 'Högt eller lågt är inte bra eller dåligt i sig.', 'High or low is neither good nor bad in itself.')
}

function answerDirection(direction: string, lang: Lang): string {
  if (direction === 'higher') return say(lang, 'Ja är bättre.', 'Yes is better.')
  if (direction === 'lower') return say(lang, 'Nej är bättre.', 'No is better.')
  return say(lang, 'Ja eller nej är inte bra eller dåligt i sig.', 'Yes or no is neither good nor bad in itself.')
}

const NOUNS = {
  share: { sv: 'andel', en: 'share' },
  rate: { sv: 'nivå', en: 'rate' },
  count: { sv: 'antal', en: 'number' },
} as const

/** What a high or low value of the kind is called: `andel`, `nivå`, `antal`, else `värde`. */
export function nounOf(kind: string, lang: Lang): string {
  const noun = NOUNS[kind as keyof typeof NOUNS]
  return noun ? noun[lang] : say(lang, 'värde', 'value')
}

/** One municipality, several municipalities. */
export const municipalities = (count: number, lang: Lang): string =>
  count === 1 ? say(lang, '1 kommun', '1 municipality') : say(lang, `${count} kommuner`, `${count} municipalities`)
