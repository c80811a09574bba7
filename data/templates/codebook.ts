import type { Column, Instrument } from '../instruments/definition.ts'
import type { Lang } from '../model/numbers.ts'

/** The codebook of an extract as rows of a table, the first its headings: made from what the checks hold it to. */
export function codebookOf(instrument: Instrument, language: Lang): string[][] {
  const say = sayIn(language)
  const headings = [
    say('Kolumn', 'Column'),
    say('Innehåll', 'Content'),
    say('Måste finnas', 'Required'),
    say('Tillåtet', 'Allowed'),
    say('Fråga', 'Question'),
  ]
  return [headings, ...instrument.columns.flatMap((column) => columnRows(column, say))]
}

type Say = (sv: string, en: string) => string

/** The text of the two that is in the language. */
export const sayIn =
  (language: Lang): Say =>
  (sv, en) =>
    language === 'en' ? en : sv

/** One row for the column and, where it holds codes, one for each of them. */
function columnRows({ id, title, content, required, source }: Column, say: Say): string[][] {
  const text = say(title.sv, title.en)
  const row = [id, text, required ? say('ja', 'yes') : '', allowed(content, required ?? false, say), source ?? '']
  if (content.kind !== 'code') return [row]
  return [row, ...content.codes.map((code) => ['', say(code.title.sv, code.title.en), '', code.id, ''])]
}

function allowed(content: Column['content'], required: boolean, say: Say): string {
  const missing = required
    ? ''
    : say('; tomt eller X = ej besvarad, N = ej aktuell', '; empty or X = not answered, N = not applicable')
  return `${form(content, say)}${missing}`
}

function form(content: Column['content'], say: Say): string {
  if (content.kind === 'pseudonym')
    return say(
      '6–64 tecken av A–Z, a–z, 0–9, _ och -; samma för samma person; aldrig ett personnummer',
      '6–64 characters of A–Z, a–z, 0–9, _ and -; the same for the same person; never a personal number',
    )
  if (content.kind === 'municipality') return say('fyra siffror', 'four digits')
  if (content.kind === 'month') return say('ÅÅÅÅ-MM, aldrig en dag', 'YYYY-MM, never a day')
  if (content.kind === 'code') return say('en av koderna nedan', 'one of the codes below')
  const number = content.kind === 'whole' ? say('heltal', 'whole number') : say('kronor', 'kronor')
  return `${number} ${content.min}–${content.max}`
}
