import { instruments } from '../../data/instruments/index.ts'
import { dropUpload, uploadFile } from '../../data/store/upload-files.ts'
import { isOf, notePublished, noteTakenOut, refuseApproved, settleGate } from '../../data/workspace/upload-work.ts'
import type { Upload } from '../../data/workspace/uploads.ts'
import { extractId } from '../sources/extract.ts'
import { environmentOf } from './checking.ts'
import { runGuarded } from './guarded.ts'
import { mappingsOf, type PublishJob, PublishLine } from './job.ts'
import type { Office } from './office.ts'

const HOUR_S = 3600
/** What we store ourselves has been checked: only the clock is ours to hold. */
const GUARDS = { heapMb: 4096, dataMb: 1_000_000, residentMb: 1_000_000, seconds: HOUR_S }

/**
 * Has what was approved stored and what was withdrawn taken out, and one release made of it.
 * @returns whether it came to an end; if not (another load may be running) it can be tried again
 */
export async function publishUploads(office: Office, uploads: Upload[]): Promise<boolean> {
  const lines: PublishLine[] = []
  await runGuarded('publish.ts', jobOf(office, uploads), {
    guards: GUARDS,
    environment: environmentOf(office.settings),
    line: (text) => {
      const line = PublishLine.safeParse(JSON.parse(text))
      if (line.success) lines.push(line.data)
    },
  })
  const released = lines.find((line) => line.kind === 'released')
  if (!released) return false
  for (const upload of uploads) await settle(office, upload, lines, released)
  await settleGate(office.workspace, released.release, released.waiting, new Set(released.extracts))
  return true
}

function jobOf({ home }: Office, uploads: Upload[]): PublishJob {
  return {
    language: 'sv',
    takeOut: uploads.filter(({ work }) => work === 'take-out').flatMap(extractOf),
    approved: uploads
      .filter(({ work }) => work === 'publish')
      .map(({ id, source, municipality, mapping }) => {
        return { id, path: uploadFile(home, id), source, municipality, ...mappingsOf(mapping) }
      }),
  }
}

/** The extract that a file is, or would be: it may have been stored before that could be noted. */
function extractOf({ source, sha256, mapping }: Upload): string[] {
  const instrument = instruments.find(({ id }) => id === source)
  return instrument && sha256 ? [extractId([sha256], instrument, mappingsOf(mapping).mapping)] : []
}

const isInstrument = (source: string): boolean => instruments.some(({ id }) => id === source)

type Released = Extract<PublishLine, { kind: 'released' }>

async function settle({ home, workspace }: Office, upload: Upload, lines: PublishLine[], released: Released) {
  const { id, work, source, municipality } = upload
  if (work === 'take-out') await noteTakenOut(workspace, id, released.release)
  const refused = lines.find((line) => line.kind === 'refused' && line.id === id)
  if (refused?.kind === 'refused') await refuseApproved(workspace, id, refused.report)
  const stored = lines.find((line) => line.kind === 'stored' && line.id === id)
  if (stored?.kind === 'stored') {
    const waits = released.waiting.find(
      (year) =>
        isOf(year, { source, municipality }) && (isInstrument(source) || stored.surveyYears.includes(year.year)),
    )
    const { release } = released
    await notePublished(workspace, { id, extract: stored.extract, release, waits: waits?.reason ?? null })
  }
  dropUpload(home, id)
}
