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
  const earlier = loadedBySource(before)
  return [...loadedBySource(release)].flatMap(([source, loaded]) => {
    const then = earlier.get(source)
    if (then && then.latest >= loaded.latest) return []
    return [newsOf(source, loaded, then?.rows ?? null, lang)]
  })
}

/** What was loaded of a source in all its files: how many entries, null for interviews; and when the last of them was. */
type Loaded = { rows: number | null; latest: string }

function loadedBySource(release: Release | null): Map<string, Loaded> {
  const found = new Map<string, Loaded>()
  for (const { source, rows, loadedAt } of release?.sources ?? []) {
    const before = found.get(source)
    const sum = rows === null ? null : rows + (before?.rows ?? 0)
    found.set(source, { rows: sum, latest: before && before.latest > loadedAt ? before.latest : loadedAt })
  }
  return found
}

function newsOf(source: string, { rows }: Loaded, before: number | null, lang: Lang): string {
  const name = NAMES[source]?.[lang] ?? source
  if (rows === null)
    return say(lang, `${name}: nya intervjuer är inlästa.`, `${name}: new interviews have been loaded.`)
  if (before === null) return say(lang, `${name}: ${entries(rows, lang)}.`, `${name}: ${entries(rows, lang)}.`)
  const more = rows - before
  if (more === 0)
    return say(
      lang,
      `${name}: inläst på nytt, lika många uppgifter.`,
      `${name}: loaded anew, as many entries as before.`,
    )
  return say(
    lang,
    `${name}: ${difference(more, lang)} än i utgåvan före.`,
    `${name}: ${difference(more, lang)} than in the release before.`,
  )
}

/** What files hold row by row: values, and what describes them. */
const entries = (count: number, lang: Lang) =>
  count === 1
    ? say(lang, '1 uppgift', '1 entry')
    : `${writeNumber(count, 0, lang)} ${say(lang, 'uppgifter', 'entries')}`

/** `1 200 fler uppgifter`, `en uppgift färre`. */
function difference(more: number, lang: Lang): string {
  const word = more > 0 ? say(lang, 'fler', 'more') : say(lang, 'färre', 'fewer')
  if (Math.abs(more) > 1) return `${writeNumber(Math.abs(more), 0, lang)} ${word} ${say(lang, 'uppgifter', 'entries')}`
  return more > 0 ? say(lang, 'en uppgift mer', 'one more entry') : say(lang, 'en uppgift färre', 'one fewer entry')
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
