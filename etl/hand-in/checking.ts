import { existsSync } from 'node:fs'
import type { UploadPreview, UploadProposal, UploadReport } from '../../data/model/upload.ts'
import type { UnderstoodUpload } from '../../data/model/workbook-understanding.ts'
import { dropUpload, uploadFile } from '../../data/store/upload-files.ts'
import { mappingsFor } from '../../data/workspace/mappings.ts'
import { concludeCheck, noteProgress, returnToQueue, type Upload, UploadMoved } from '../../data/workspace/uploads.ts'
import { type Ending, runGuarded } from './guarded.ts'
import { type CheckJob, CheckLine, mappingsOf } from './job.ts'
import type { Office } from './office.ts'
import { version } from './version.ts'

type Told = {
  report: UploadReport | null
  proposal: UploadProposal | UnderstoodUpload | null
  preview: UploadPreview | null
  isDone: boolean
}

/** Has a file checked in a process of its own, and notes what came of it. What is refused is not kept a moment longer. */
export async function checkUpload(office: Office, upload: Upload): Promise<void> {
  const { home, workspace } = office
  const told: Told = { report: null, proposal: null, preview: null, isDone: false }
  const ending = existsSync(uploadFile(home, upload.id)) ? await run(office, upload, told) : 'failed'
  if (ending === 'busy') return returnToQueue(workspace, upload.id)
  const failure = ending === 'done' && told.isDone ? null : FAILURES[ending]
  const ok = failure === null && told.report?.ok === true && told.preview !== null
  try {
    await workspace.write((transaction) =>
      concludeCheck(transaction, upload, {
        ok,
        counts: told.report?.counts ?? {},
        report: JSON.stringify(told.report ?? NOTHING_FOUND),
        proposal: told.proposal && JSON.stringify(told.proposal),
        preview: ok ? JSON.stringify(told.preview) : null,
        years: JSON.stringify(yearsOf(told.preview)),
        rules: version,
        failure,
      }),
    )
  } catch (error) {
    if (!(error instanceof UploadMoved)) throw error
    dropUpload(home, upload.id) // withdrawn meanwhile
  }
  if (!ok) dropUpload(home, upload.id)
}

const yearsOf = (preview: UploadPreview | null): number[] =>
  preview?.figures?.years ?? preview?.years.map(({ year }) => year) ?? []

const NOTHING_FOUND: UploadReport = { ok: false, findings: [], counts: {} }
const FAILURES: Record<Ending, string> = {
  done: 'failed',
  busy: 'failed',
  memory: 'memory',
  time: 'time',
  stopped: 'failed',
  failed: 'failed',
}

async function run({ home, settings, workspace }: Office, upload: Upload, told: Told): Promise<Ending> {
  let noting = Promise.resolve()
  const note = (rows: number): void => {
    noting = noting.then(() => noteProgress(workspace, upload.id, rows)).catch(() => {})
  }
  const ending = await runGuarded('check.ts', await jobOf(upload, { home, workspace }), {
    guards: guardsOf(settings),
    environment: environmentOf(settings),
    line: (text) => take(text, told, note),
  })
  await noting
  return ending
}

/** A line that is not one of ours is not believed. */
function take(text: string, told: Told, note: (rows: number) => void): void {
  const line = CheckLine.safeParse(jsonOf(text)).data
  if (line?.kind === 'progress') note(line.rows)
  if (line?.kind === 'report') told.report = line.report
  if (line?.kind === 'proposal') told.proposal = line.proposal
  if (line?.kind === 'understanding') told.proposal = line.understanding
  if (line?.kind === 'preview') told.preview = line.preview
  if (line?.kind === 'done') told.isDone = true
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function jobOf(upload: Upload, { home, workspace }: Pick<Office, 'home' | 'workspace'>): Promise<CheckJob> {
  const { id, source, municipality, language, mapping } = upload
  const earlier = await mappingsFor(workspace.read, municipality)
  return {
    path: uploadFile(home, id),
    source,
    municipality,
    language,
    ...mappingsOf(mapping),
    earlier: earlier.map((kept) => kept.mapping),
  }
}

function guardsOf({ JAMSIDES_CHECK_MEMORY_MB: memory, JAMSIDES_CHECK_SECONDS: seconds }: Office['settings']) {
  return { heapMb: Math.round(memory / 2), dataMb: Math.round(memory * 1.5), residentMb: memory, seconds }
}

/** Settings that reading, checking and publishing go by. */
const NEEDED = [
  'JAMSIDES_HOME',
  'JAMSIDES_MEMORY_MB',
  'JAMSIDES_MAX_FILE_MB',
  'JAMSIDES_UPLOAD_MB',
  'JAMSIDES_PAIR_K',
  'JAMSIDES_FLOOR',
] as const

/** The processes see of our environment what they need: no address of a database, no password. */
export function environmentOf(settings: Office['settings']): NodeJS.ProcessEnv {
  const system = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SYSTEMROOT'].map((name) => [name, process.env[name]] as const)
  const own = NEEDED.map((name) => [name, String(settings[name])] as const)
  return Object.fromEntries([...system, ...own].filter(([, value]) => value !== undefined))
}
