import { openTable } from '../../read/table.ts'
import type { Reading } from '../reading.ts'
import { likenessToKolada, readKoladaCsv } from './csv.ts'
import { isCsvTakenInSets } from './csv-in-sets.ts'
import { isJson, readKoladaJson } from './pages.ts'

/** Reads a file from Kolada: v3 pages as JSON, or the long table as CSV or workbook. @throws RefusedFile */
export async function readKolada(path: string, reading: Reading): Promise<void> {
  if (await isJson(path, reading.limits)) return readKoladaJson(path, reading)
  if (await isCsvTakenInSets(path, reading)) return
  return readKoladaCsv(await openTable(path, { limits: reading.limits, likeness: likenessToKolada }), reading)
}
