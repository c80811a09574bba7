import { basename } from 'node:path'
import { say } from '../../language.ts'
import { RefusedFile } from '../../read/refused.ts'
import { readWorkbook, type Sheet } from '../../read/workbook.ts'
import type { Reading } from '../reading.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type Mapping, needsMapping, readMapping, type SheetMapping } from './mapping.ts'
import { mappingOf } from './propose.ts'
import { readSheet } from './sheet.ts'

/**
 * Reads a workbook of Öppna jämförelser: every sheet that has municipality codes, its columns matched to indicators by
 * title or id, or as a mapping file says.
 * @returns the mapping that was used, so that a person can correct it
 * @throws RefusedFile when no sheet or no column can be read
 */
export async function readOj(path: string, reading: Reading, mappingFile?: string): Promise<Mapping> {
  const given = mappingFile === undefined ? undefined : readMapping(mappingFile)
  const { sheets } = await readWorkbook(path, reading.limits)
  const laidOut = given ? given.sheets.map((sheet) => mapped(sheet, sheets)) : detected(sheets, basename(path))
  if (laidOut.length === 0) throw noSheet()
  for (const [layout, mapping] of laidOut) await readSheet(layout, mapping, reading)
  const mapping = { sheets: laidOut.map(([, sheet]) => sheet) }
  if (!given) tellUnmatched(mapping, reading)
  return mapping
}

type LaidOut = [Layout, SheetMapping]

function mapped(mapping: SheetMapping, sheets: Sheet[]): LaidOut {
  const sheet = sheets.find(({ name }) => name.trim() === mapping.sheet.trim())
  const layout = sheet && layoutOf(sheet, mapping.headerRow)
  if (!layout) throw noSuchSheet(mapping.sheet)
  return [layout, mapping]
}

function detected(sheets: Sheet[], file: string): LaidOut[] {
  return sheets.flatMap((sheet): LaidOut[] => {
    const layout = layoutOf(sheet)
    return layout ? [[layout, mappingOf(layout, file)]] : []
  })
}

/** Nothing matched: refused. Something did: the columns left out are told. */
function tellUnmatched({ sheets }: Mapping, reading: Reading): void {
  const columns = sheets.flatMap((sheet) =>
    Object.entries(sheet.columns).map(([letter, column]) => ({ letter, column, sheet })),
  )
  const none = columns.every(({ column }) => column === null)
  for (const { letter, column, sheet } of columns) {
    if (column !== null) continue
    reading.found({
      row: sheet.headerRow ?? null,
      column: letter,
      rule: 'unknown-column',
      severity: none ? 'error' : 'warning',
      message: say(
        `"${sheet.headings?.[letter]}" är ingen känd indikator och läses inte. ${needsMapping()}`,
        `"${sheet.headings?.[letter]}" is no known indicator and is not read. ${needsMapping()}`,
      ),
    })
  }
}

const noSheet = () =>
  new RefusedFile(
    'no-header',
    'Inget blad har en kolumn med kommunkoder.',
    'No sheet has a column of municipality codes.',
  )

const noSuchSheet = (name: string) =>
  new RefusedFile(
    'mapping',
    `Mappningens blad "${name}" finns inte eller saknar kommunkoder.`,
    `The mapping's sheet "${name}" does not exist or has no municipality codes.`,
  )
