import { basename } from 'node:path'
import type { Group } from '../../data/model/group.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import type { Settings } from '../../data/settings.ts'
import type { Figure, FigureSource } from '../../data/store/figures.ts'
import { Findings } from '../check/report.ts'
import { say } from '../language.ts'
import { type Limits, RefusedFile } from '../read/refused.ts'
import { detectSource, type Source } from '../sources/detect.ts'
import { readKolada } from '../sources/kolada/index.ts'
import type { PublishedIndicator, Reading } from '../sources/reading.ts'

export type GatherOptions = { source?: Source; mapping?: string }

/** What one file is and how much stands in it. */
export type GatheredFile = { path: string; file: string; source: Source; rows: number }

/** Everything read out of some files but the figures, which go straight to their taker. */
export type Gathered = {
  files: GatheredFile[]
  findings: Findings
  declared: Map<string, Indicator>
  described: PublishedIndicator[]
  groups: Group[]
}

/** Receives each believed figure; `file` counts from 0. */
export type TakeFigure = (figure: Figure, source: FigureSource, file: number) => void

/** Reads and checks files of indicator values. `check` and `load` share this one path. */
export async function gather(
  paths: string[],
  settings: Settings,
  options: GatherOptions,
  take: TakeFigure,
): Promise<Gathered> {
  const gathered: Gathered = { files: [], findings: new Findings(), declared: new Map(), described: [], groups: [] }
  for (const [index, path] of paths.entries()) {
    await gatherFile(path, index, paths.length, settings, options, gathered, take)
  }
  return gathered
}

async function gatherFile(
  path: string,
  index: number,
  of: number,
  settings: Settings,
  options: GatherOptions,
  gathered: Gathered,
  take: TakeFigure,
): Promise<void> {
  const limits: Limits = { maxBytes: settings.JAMSIDES_MAX_FILE_MB * 1024 * 1024 }
  const numbered = of > 1 ? { file: index + 1 } : {}
  const file: GatheredFile = { path, file: basename(path), source: options.source ?? 'kolada', rows: 0 }
  gathered.files.push(file)
  const reading: Reading = {
    limits,
    found: (finding) => gathered.findings.add({ ...finding, ...numbered }),
    counted: () => {
      file.rows += 1
    },
    take: (figure) => take(figure, file.source as FigureSource, index),
    declare: (indicator) => gathered.declared.set(indicator.id, indicator),
    describe: (indicator) => gathered.described.push(indicator),
    group: (group) => gathered.groups.push(group),
  }
  try {
    file.source = options.source ?? (await detectSource(path, limits))
    await read(file, reading, options)
    if (file.rows === 0 && gathered.findings.errors === 0) throw noRows()
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    reading.found({ row: null, column: null, rule: error.rule, severity: 'error', message: say(error.sv, error.en) })
  }
}

async function read(file: GatheredFile, reading: Reading, _options: GatherOptions): Promise<void> {
  if (file.source === 'kolada') return readKolada(file.path, reading)
}

const noRows = () =>
  new RefusedFile('file-empty', 'Filen har ingen rad med uppgifter.', 'The file has no row with data.')
