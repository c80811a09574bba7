import { asi as instrument } from '../../data/instruments/asi.ts'
import type { Database } from '../../data/store/duckdb.ts'
import { type CheckOptions, checkExtract } from '../check/extract.ts'
import type { Report } from '../check/report.ts'
import { type ExtractOptions, type LoadReport, loadExtract } from './extract.ts'

export { instrument }

/** Holds ASI extract files to every rule. Nothing is stored. */
export async function check(files: string[], options: CheckOptions): Promise<Report> {
  return (await checkExtract(files, instrument, options)).report
}

/** Checks ASI extract files and stores them in the vault, all or none. */
export function load(files: string[], options: ExtractOptions, vault: Database): Promise<LoadReport> {
  return loadExtract(files, instrument, options, vault)
}
