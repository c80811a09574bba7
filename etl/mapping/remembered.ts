import { existsSync, readFileSync } from 'node:fs'
import type { Mapping, Shape } from '../../data/model/workbook-mapping.ts'
import { placeFile } from '../../data/store/atomic.ts'
import type { Home } from '../../data/store/home.ts'
import type { Finding } from '../check/report.ts'
import { say } from '../language.ts'

/** A mapping that a workbook was loaded with: proposed for the next one of the same shape. */
export interface Remembered {
  shape: Shape
  /** Name of the file that it was last used for. */
  file: string
  usedAt: string
  mapping: Mapping
}

/** The mappings of workbooks that a home remembers, the latest used first. */
export function rememberedMappings(home: Home): Remembered[] {
  if (!existsSync(home.workbookMappings)) return []
  const kept = JSON.parse(readFileSync(home.workbookMappings, 'utf8')) as Remembered[]
  return kept.sort((a, b) => (a.usedAt < b.usedAt ? 1 : -1))
}

/** Remembers a mapping in the place of the earlier one of the same shape. Only for the process that holds the home's lock. */
export function rememberMapping(home: Home, remembered: Remembered): void {
  const others = rememberedMappings(home).filter(({ shape }) => shape.id !== remembered.shape.id)
  placeFile(home.workbookMappings, `${JSON.stringify([remembered, ...others].slice(0, MOST), null, 1)}\n`)
}
const MOST = 500

/** A file has the shape of one that was read with a mapping: it is proposed, and not taken without being asked for. */
export const isRemembered = ({ shape, file, usedAt }: Remembered): Finding => ({
  row: null,
  column: null,
  rule: 'mapping-remembered',
  severity: 'warning',
  message: say(
    `En fil med samma blad och rubriker (${file}) lästes in ${usedAt.slice(0, 10)} med en mappning. Ska den här läsas likadant, med sina egna år: ange --mapping ${shape.id}.`,
    `A file with the same sheets and headings (${file}) was loaded on ${usedAt.slice(0, 10)} with a mapping. If this one is to be read alike, with its own years: say --mapping ${shape.id}.`,
  ),
})
