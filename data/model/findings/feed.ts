import { type Lang, type Written, writeValue } from '../numbers.ts'
import { quoted, say } from './finding.ts'
import { inPlace } from './whom.ts'

type About = Written & { short: string }

/** What the feed of a municipality and a group is called. */
export const feedTitle = (place: string | null, group: string, lang: Lang): string =>
  place === null
    ? say(lang, `Jämsides: nytt för ${group}`, `Jämsides: news for ${group}`)
    : say(
        lang,
        `Jämsides: nytt för ${place}, jämfört med ${group}`,
        `Jämsides: news for ${place}, compared with ${group}`,
      )

/** What an entry is called. @param day as it is written */
export const entryTitle = (day: string, isSample: boolean, lang: Lang): string =>
  isSample
    ? say(lang, `Utgåva ${day}: påhittade exempeldata`, `Release of ${day}: invented sample data`)
    : say(lang, `Utgåva ${day}`, `Release of ${day}`)

/** A year that an indicator did not have before, with the municipality's value. */
export const broughtSentence = (about: About, period: number, value: number, name: string, lang: Lang): string =>
  say(
    lang,
    `Nytt år: ${quoted(about.short, lang)} var ${writeValue(value, about, lang)} ${inPlace(name, lang)} ${period}.`,
    `New year: ${quoted(about.short, lang)} was ${writeValue(value, about, lang)} ${inPlace(name, lang)} in ${period}.`,
  )

/** A new year of an indicator, for those who follow a whole group. */
export const newYearSentence = (about: About, period: number, lang: Lang): string =>
  say(lang, `Nytt år: ${quoted(about.short, lang)} ${period}.`, `New year: ${quoted(about.short, lang)} ${period}.`)

/** A value that the source has changed; null where it has or had none. */
export function changedSentence(
  about: About,
  period: number,
  { before, now }: { before: number | null; now: number | null },
  lang: Lang,
): string {
  const written = (value: number | null) =>
    value === null ? say(lang, 'inget värde', 'no value') : writeValue(value, about, lang)
  return say(
    lang,
    `Ändrat av källan: ${quoted(about.short, lang)} ${period}, från ${written(before)} till ${written(now)}.`,
    `Changed by the source: ${quoted(about.short, lang)} ${period}, from ${written(before)} to ${written(now)}.`,
  )
}

/** How many more of a kind there are than are told. */
export const moreSentence = (count: number, lang: Lang): string =>
  count === 1 ? say(lang, 'Och 1 till.', 'And 1 more.') : say(lang, `Och ${count} till.`, `And ${count} more.`)

/** Nothing that can be told apart. */
export const nothingNew = (lang: Lang): string =>
  say(lang, 'Inga nya eller ändrade värden för den här platsen.', 'No new or changed values for this place.')
