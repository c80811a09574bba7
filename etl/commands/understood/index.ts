import { several } from '../../../data/model/numbers.ts'
import type { Mapping, SheetMapping } from '../../../data/model/workbook-mapping.ts'
import type { ColumnAbout, SheetAbout } from '../../../data/model/workbook-understanding.ts'
import { say } from '../../language.ts'
import { linesOfPicture } from './picture.ts'
import { because, byRow, reasonOf, sexOf } from './words.ts'

/** How a workbook was understood, in words and as a small picture of each sheet. */
export function linesOfUnderstanding({ sheets, leftOut }: Mapping): string[] {
  return [...sheets.flatMap(linesOfSheet), ...((leftOut ?? []) as SheetLeft[]).map(lineOfSheetLeft)]
}

/** The mapping alone, as it can be edited and given back: without what is for the eye only. */
export const editable = ({ sheets }: Mapping): Mapping => ({ sheets: sheets.map(({ about: _, ...sheet }) => sheet) })

type SheetLeft = { at: string; reason: string; count: number }

const lineOfSheetLeft = ({ at, reason, count }: SheetLeft): string =>
  say(
    `Bladet ${at} läses inte: ${reasonOf(reason)} (${several(count, 'rad', 'rader')}).`,
    `The sheet ${at} is not read: ${reasonOf(reason)} (${several(count, 'row', 'rows')}).`,
  )

function linesOfSheet(sheet: SheetMapping): string[] {
  const about = sheet.about as SheetAbout
  return [
    say(`Bladet ${sheet.sheet}`, `The sheet ${sheet.sheet}`),
    `  ${headerLine(about)} ${placesLine(about)}`,
    ...linesOfPicture(about.picture),
    ...Object.keys(sheet.columns).flatMap((letter) => linesOfColumn(letter, sheet, about)),
    ...about.leftOut.map(lineOfLeft),
  ]
}

const headerLine = ({ header }: SheetAbout): string =>
  header.length === 0
    ? say('Ingen rubrikrad hittades.', 'No row of headings was found.')
    : say(`Rubriker: rad ${header.join(', ')}.`, `Headings: row ${header.join(', ')}.`)

function placesLine({ places: { column, by, heading, filled, places, names, agreeing, disagreeing } }: SheetAbout) {
  const at = heading === '' ? column : `${column} (${heading})`
  const what =
    by === 'code' ? say('Kommunkoder', 'Municipality codes') : say('Kommuner med namn', 'Municipalities by name')
  const found = say(`${places} av ${filled} ifyllda celler`, `${places} of ${filled} filled cells`)
  const agree = say(
    `; mot namnen i ${names} stämmer ${agreeing}, ${disagreeing} stämmer inte`,
    `; of the names in ${names} ${agreeing} agree, ${disagreeing} do not`,
  )
  return `${what}: ${say('kolumn', 'column')} ${at}, ${found}${names ? agree : ''}.`
}

function linesOfColumn(letter: string, { columns, headings }: SheetMapping, { columns: abouts }: SheetAbout): string[] {
  const [column, about] = [columns[letter], abouts[letter]]
  if (about) return [`  ${letter} ${about.heading}: ${guesses(about)}`, ...about.examples.map(lineOfExample)]
  if (!column) return []
  return [
    `  ${letter} ${headings?.[letter] ?? ''}: ${say('en fråga står ovan, och väntar på svar i mappningen', 'a question stands above, and waits for an answer in the mapping')}`,
  ]
}

function guesses({
  indicator,
  title,
  indicatorWhy,
  sex,
  sexWhy,
  period,
  periodWhy,
  unit,
  unitWhy,
}: ColumnAbout): string {
  const parts: [string, string][] = [
    [indicator ? [indicator, title].filter(Boolean).join(' ') : byRow(), indicatorWhy],
    [sexOf(sex), sexWhy],
    [period === null ? byRow() : String(period), periodWhy],
    [unit ?? byRow(), unitWhy],
  ]
  return parts.map(([what, why]) => `${what} (${because(why)})`).join('; ')
}

const lineOfExample = ({ cell, shown, stored }: ColumnAbout['examples'][number]): string =>
  say(
    `      ${cell}: visas som ${shown}, lagras som ${stored ?? 'saknat värde'}`,
    `      ${cell}: shown as ${shown}, stored as ${stored ?? 'a missing value'}`,
  )

function lineOfLeft({ what, at, reason, count, text }: SheetAbout['leftOut'][number]): string {
  if (what === 'column') {
    const cells = several(count, say('ifylld cell', 'filled cell'), say('ifyllda celler', 'filled cells'))
    return `  - ${at}: ${text ?? reasonOf(reason)} (${cells})`
  }
  const rows = several(count, say('rad', 'row'), say('rader', 'rows'))
  return `  - ${rows} ${reasonOf(reason)}${at === '' ? '' : ` (${say('rad', 'row')} ${at.replaceAll(',', ', ')})`}`
}
