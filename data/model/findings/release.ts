import type { ReleasesAnswer } from '../answers/releases.ts'
import type { RevisionsAnswer } from '../answers/revisions.ts'
import { type Lang, type Written, writeBare, writeNumber } from '../numbers.ts'
import { quoted, say } from './finding.ts'
import { missingWord } from './missing.ts'
import { inPlace } from './whom.ts'

type Release = ReleasesAnswer['releases'][number]
type Revision = RevisionsAnswer['revisions'][number]

const NAMES: Readonly<Record<string, Record<Lang, string>>> = {
  kolada: { sv: 'Kolada', en: 'Kolada' },
  oj: { sv: 'Öppna jämförelser', en: 'Öppna jämförelser' },
  indicators: { sv: 'Egna uppgifter', en: 'Local figures' },
  sample: { sv: 'Påhittade exempeldata', en: 'Invented sample data' },
  asi: { sv: 'ASI', en: 'ASI' },
  ubu: { sv: 'UBU', en: 'UBU' },
}

/** What a release holds that the one before it did not, a sentence for each source that was loaded in between. */
export function newsSentences(release: Release, before: Release | null, lang: Lang): string[] {
  return release.sources.flatMap((source) => {
    const earlier = before?.sources.find((one) => one.source === source.source)
    if (earlier && earlier.loadedAt >= source.loadedAt) return []
    return [newsOf(source, earlier?.rows ?? null, lang)]
  })
}

function newsOf({ source, rows }: Release['sources'][number], before: number | null, lang: Lang): string {
  const name = NAMES[source]?.[lang] ?? source
  if (rows === null)
    return say(lang, `${name}: nya intervjuer är inlästa.`, `${name}: new interviews have been loaded.`)
  if (before === null) return say(lang, `${name}: ${values(rows, lang)}.`, `${name}: ${values(rows, lang)}.`)
  const more = rows - before
  if (more === 0)
    return say(lang, `${name}: inläst på nytt, lika många värden.`, `${name}: loaded anew, as many values as before.`)
  return say(
    lang,
    `${name}: ${difference(more, lang)} än i utgåvan före.`,
    `${name}: ${difference(more, lang)} than in the release before.`,
  )
}

/** `1 200 fler värden`, `ett färre värde`. */
function difference(more: number, lang: Lang): string {
  const word = more > 0 ? say(lang, 'fler', 'more') : say(lang, 'färre', 'fewer')
  if (Math.abs(more) > 1) return `${writeNumber(Math.abs(more), 0, lang)} ${word} ${say(lang, 'värden', 'values')}`
  return more > 0 ? say(lang, 'ett värde mer', 'one more value') : say(lang, 'ett färre värde', 'one fewer value')
}

const values = (count: number, lang: Lang) =>
  count === 1 ? say(lang, '1 värde', '1 value') : `${writeNumber(count, 0, lang)} ${say(lang, 'värden', 'values')}`

/** How many values the source has changed since they were first loaded, in a municipality and in the whole country. */
export function revisionsSentence(own: number | null, all: number, name: string, lang: Lang): string {
  if (all === 0)
    return say(
      lang,
      'Inga värden har ändrats sedan de först lästes in.',
      'No values have been changed since they were first loaded.',
    )
  const changed =
    all === 1 ? say(lang, 'har ändrats', 'has been changed') : say(lang, 'har ändrats', 'have been changed')
  const stated = say(
    lang,
    `${values(all, lang)} ${changed} av källan sedan de först lästes in`,
    `${values(all, lang)} ${changed} by the source since first loaded`,
  )
  if (own === null) return `${stated}.`
  const count = own === 0 ? say(lang, 'inget', 'none') : writeNumber(own, 0, lang)
  const where = inPlace(name, lang)
  if (all === 1) {
    return own === 1
      ? say(lang, `${stated}, ${where}.`, `${stated}, ${where}.`)
      : say(lang, `${stated}, inte ${where}.`, `${stated}, not ${where}.`)
  }
  return say(lang, `${stated}, ${count} av dem ${where}.`, `${stated}, ${count} of them ${where}.`)
}

/**
 * One sentence on one changed value: `Väntetid 2022: 23,1 blev 24,5.`
 * @param about how the indicator's values are written
 */
export function revisionSentence(
  { period, before, beforeStatus, now, nowStatus }: Revision,
  about: { short: string; decimals: number; kind?: string; unit?: string; grades?: Written['grades'] },
  lang: Lang,
): string {
  const written = { kind: '', unit: '', ...about }
  const [was, is] = [
    before === null ? missingWord(beforeStatus, lang) : writeBare(before, written, lang),
    now === null ? missingWord(nowStatus, lang) : writeBare(now, written, lang),
  ]
  const name = quoted(about.short, lang)
  return say(lang, `${name} ${period}: ${was} blev ${is}.`, `${name} ${period}: ${was} became ${is}.`)
}
