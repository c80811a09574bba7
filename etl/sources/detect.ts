import { packingOf } from '../read/bytes.ts'
import { type Limits, RefusedFile } from '../read/refused.ts'
import { openTable } from '../read/table.ts'
import { isKoladaHeader } from './kolada/csv.ts'
import { isJson } from './kolada/pages.ts'

export const sources = ['kolada', 'oj', 'indicators', 'asi', 'ubu'] as const
export type Source = (typeof sources)[number]

/**
 * Tells from its beginning which source a file comes from.
 * @throws RefusedFile when it is none that we know
 */
export async function detectSource(path: string, limits: Limits): Promise<Source> {
  const packing = await packingOf(path, limits)
  if (await isJson(path, limits)) return 'kolada'
  const { header } = await openTable(path, { limits })
  const names = header.cells.map((cell) => cell.trim().toLowerCase())
  const named = sourceOfColumns(names)
  if (named) return named
  if (packing === 'zip') return 'oj'
  throw unknownFormat()
}

function sourceOfColumns(names: string[]): Source | undefined {
  if (isKoladaHeader(names)) return 'kolada'
  if (names.includes('indikator') && names.includes('varde')) return 'indicators'
  if (names.includes('intervju')) return 'asi'
  if (names.includes('modul') || names.includes('tillfalle')) return 'ubu'
  return undefined
}

const unknownFormat = () =>
  new RefusedFile(
    'unknown-format',
    'Filen känns inte igen. Ange vad den är med --source kolada|oj|indicators|asi|ubu.',
    'The file is not recognised. Say what it is with --source kolada|oj|indicators|asi|ubu.',
  )
