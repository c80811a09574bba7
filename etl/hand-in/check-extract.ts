import { instruments } from '../../data/instruments/index.ts'
import type { UploadReport } from '../../data/model/upload.ts'
import type { Settings } from '../../data/settings.ts'
import type { Database } from '../../data/store/duckdb.ts'
import type { Home } from '../../data/store/home.ts'
import { listReleases } from '../../data/store/release.ts'
import { listExtracts } from '../../data/store/vault.ts'
import type { Report } from '../check/report.ts'
import { proposeMapping } from '../mapping/propose.ts'
import { outlookOf, secretOf } from '../protect/index.ts'
import type { Limits } from '../read/refused.ts'
import { loadExtract } from '../sources/extract.ts'
import type { CheckJob, CheckLine } from './job.ts'
import { lettersIn } from './letters.ts'
import { PersonCounts } from './persons.ts'
import { previewOf } from './preview.ts'
import { sliceOf } from './slice.ts'

export type Checking = { home: Home; settings: Settings; limits: Limits; say: (line: CheckLine) => void }

/** Checks an extract as `load` would, in a copy of its municipality's part of the vault, and says what loading would change. */
export async function checkHandedExtract(job: CheckJob, checking: Checking): Promise<void> {
  const instrument = instruments.find(({ id }) => id === job.source)!
  const slice = await sliceOf(checking.home.vault, job.municipality)
  try {
    const emptiesSample = (await listExtracts(slice.connection)).some(({ sample }) => sample)
    const before = emptiesSample ? PersonCounts.none : await PersonCounts.of(slice, instrument)
    const report = await loadExtract([job.path], instrument, optionsOf(job, checking), slice)
    checking.say({ kind: 'report', report: await located(report, job, checking.limits) })
    if (report.stored) await preview(slice, before, emptiesSample, job, checking)
    else await propose(report, job, checking)
  } finally {
    slice.close()
  }
}

function optionsOf({ municipality, mapping }: CheckJob, { limits, say }: Checking) {
  const onRows = (rows: number) => say({ kind: 'progress', rows })
  return { municipality, limits, onRows, ...(mapping && { mapping }) }
}

/** The findings, each with the letter of its column in the file. */
async function located(report: Report, { path, source, mapping }: CheckJob, limits: Limits): Promise<UploadReport> {
  const instrument = instruments.find(({ id }) => id === source)!
  const readable = report.findings.length > 0 && report.rows > 0
  const letters = readable ? await lettersIn(path, instrument, limits, mapping) : new Map<string, string>()
  const letterOf = (column: string | null) =>
    letters.get(column ?? '') ?? (/^[A-Z]{1,3}$/.test(column ?? '') ? column : null)
  const findings = report.findings.map(({ row, column, rule, severity, message }) => {
    return { row, column, letter: letterOf(column), rule, severity, message }
  })
  return { ok: report.ok, findings, counts: report.counts }
}

async function preview(
  slice: Database,
  before: PersonCounts,
  emptiesSample: boolean,
  job: CheckJob,
  checking: Checking,
) {
  const { home, settings, say } = checking
  const instrument = instruments.find(({ id }) => id === job.source)!
  const published = new Set(listReleases(home).map(({ id }) => id))
  const strictness = { k: settings.JAMSIDES_PAIR_K, floor: settings.JAMSIDES_FLOOR }
  const outlooks = await outlookOf(slice, instrument, {
    secret: secretOf(home.secret, { releases: published.size }),
    strictness,
    isPublished: (id) => published.has(id),
    now: new Date(),
  })
  const after = await PersonCounts.of(slice, instrument)
  const { floor } = strictness
  say({ kind: 'preview', preview: previewOf(instrument, { before, after }, outlooks, { floor, emptiesSample }) })
}

/** Where headings or codes are not the format's: how the file could be read. */
async function propose({ counts }: Report, job: CheckJob, { limits, say }: Checking): Promise<void> {
  if (!MENDED_BY_MAPPING.some((rule) => counts[rule])) return
  const instrument = instruments.find(({ id }) => id === job.source)!
  const earlier = [...(job.mapping ? [job.mapping] : []), ...job.earlier]
  const { municipality } = job
  const proposal = await proposeMapping(job.path, instrument, { limits, earlier, municipality })
  if (proposal) say({ kind: 'proposal', proposal })
}

const MENDED_BY_MAPPING = ['undeclared-column', 'column-missing', 'unknown-code', 'not-a-number', 'month-form']
