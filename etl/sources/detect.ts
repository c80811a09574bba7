import { personsInFigures } from '../check/figure-file.ts'
import { instrumentOf, likenessToExtract } from '../check/likeness.ts'
import type { Problem } from '../check/rules.ts'
import { packingOf } from '../read/bytes.ts'
import { type Limits, RefusedFile } from '../read/refused.ts'
import { type Likeness, openTable } from '../read/table.ts'
import { readWorkbook } from '../read/workbook.ts'
import { likenessToIndicators } from './indicators/columns.ts'
import { isKoladaHeader, likenessToKolada } from './kolada/csv.ts'
import { isJson } from './kolada/pages.ts'
import { sheetOfCsv } from './oj/csv-sheet.ts'
import { tablesIn } from './oj/table.ts'
import type { Source } from './sources.ts'
import { valueCells } from './value-cells.ts'

/**
 * Tells which source a file comes from: an extract is an extract on whichever sheet it stands and whatever stands above
 * it, also when another source is said. Every sheet of a workbook of figures is looked through for persons first.
 * @param said what the operator says that it is
 * @throws RefusedFile when it is none that we know, or holds clients and is said to be something else
 */
export async function detectSource(
  path: string,
  limits: Limits,
  said: Source | undefined,
  tell: (problem: Problem) => void,
): Promise<Source> {
  const packing = await packingOf(path, limits)
  if (said === 'oj' && packing !== 'zip') await readWorkbook(path, limits)
  if (await isJson(path, limits)) return said ?? 'kolada'
  const { header, workbook } = await openTable(path, { limits, likeness: likenessToAny })
  if (said === 'asi' || said === 'ubu') return said
  if (likenessToExtract(header.cells) > 0) return extractIn(header.cells, said)
  if (workbook) personsInFigures(workbook, tell, valueCells)
  const known = said ?? sourceOfColumns(header.cells, packing === 'zip')
  return known ?? sourceOfTable(path, limits, tell)
}

/** Client rows count before anything else that a workbook may hold. */
const likenessToAny: Likeness = (cells) =>
  likenessToExtract(cells) * BEFORE_ALL || likenessToKolada(cells) || likenessToIndicators(cells)
const BEFORE_ALL = 1000

function extractIn(cells: string[], said: Source | undefined): Source {
  if (said) throw clientRows()
  const instrument = instrumentOf(cells)
  if (instrument) return instrument
  throw unknownExtract()
}

function sourceOfColumns(cells: string[], isWorkbook: boolean): Source | null {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  if (isKoladaHeader(names)) return 'kolada'
  if (names.includes('indikator') && names.includes('varde')) return 'indicators'
  if (names.includes('fraga') && names.includes('grad')) return 'indicators'
  return isWorkbook ? 'oj' : null
}

/** A separated file of another kind, such as a table out of a statistical database: looked through for persons as a sheet is. */
async function sourceOfTable(path: string, limits: Limits, tell: (problem: Problem) => void): Promise<Source> {
  const sheet = await sheetOfCsv(path, limits)
  personsInFigures({ sheets: [sheet], texts: [] }, tell, valueCells)
  if (tablesIn(sheet).length === 0) throw unknownFormat()
  return 'oj'
}

const unknownFormat = () =>
  new RefusedFile(
    'unknown-format',
    'Filen känns inte igen: den har varken rubrikerna ur en mall eller en kolumn med kommuner. Ange vad den är med --source kolada|oj|indicators|asi|ubu.',
    'The file is not recognised: it has neither the headings of a template nor a column of municipalities. Say what it is with --source kolada|oj|indicators|asi|ubu.',
  )

const clientRows = () =>
  new RefusedFile(
    'client-rows',
    'Filen har rader om enskilda klienter och läses inte som siffror om kommuner. Utelämna --source, eller ange asi eller ubu.',
    'The file has rows about single clients and is not read as figures of municipalities. Leave out --source, or say asi or ubu.',
  )

const unknownExtract = () =>
  new RefusedFile(
    'unknown-extract',
    'Filen har rader om enskilda klienter men är varken ett uttag ur ASI eller UBU: kolumnerna intervju, modul och tillfalle saknas.',
    'The file has rows about single clients but is an extract of neither ASI nor UBU: the columns intervju, modul and tillfalle are missing.',
  )
