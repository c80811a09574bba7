import type { ReleasesAnswer } from '../answers/releases.ts'
import type { RevisionsAnswer } from '../answers/revisions.ts'
import { type Lang, writeNumber } from '../numbers.ts'
import { say } from './finding.ts'
import { missingWord } from './missing.ts'

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
  const word = more > 0 ? say(lang, 'fler', 'more') : say(lang, 'färre', 'fewer')
  const count = writeNumber(Math.abs(more), 0, lang)
  return say(
    lang,
    `${name}: ${count} ${word} värden än i utgåvan före.`,
    `${name}: ${count} ${word} values than in the release before.`,
  )
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
  return say(lang, `${stated}, ${count} av dem i ${name}.`, `${stated}, ${count} of them in ${name}.`)
}

/**
 * One sentence on one changed value: `Väntetid 2022: 23,1 blev 24,5.`
 * @param about how the indicator's values are written
 */
export function revisionSentence(
  { period, before, beforeStatus, now, nowStatus }: Revision,
  about: { short: string; decimals: number },
  lang: Lang,
): string {
  const [was, is] = [
    before === null ? missingWord(beforeStatus, lang) : writeNumber(before, about.decimals, lang),
    now === null ? missingWord(nowStatus, lang) : writeNumber(now, about.decimals, lang),
  ]
  return say(lang, `${about.short} ${period}: ${was} blev ${is}.`, `${about.short} ${period}: ${was} became ${is}.`)
}
