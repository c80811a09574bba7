import type { DuckDBConnection } from '@duckdb/node-api'
import type { Survey } from '../../data/model/survey.ts'
import type { Settings } from '../../data/settings.ts'
import type { Home } from '../../data/store/home.ts'
import { type Manifest, publishedIds } from '../../data/store/manifest.ts'
import { listExtracts, openVault } from '../../data/store/vault.ts'
import { type OperatorReport, protectInto, secretOf } from '../protect/index.ts'

export type ProtectedClients = { report: OperatorReport; sources: Manifest['sources'] }

type About = { id: string; builtAt: string; sample: boolean; surveys?: readonly Survey[] }

/**
 * Writes the protected figures of ASI and UBU, and of clients' answers to surveys, into a release that is being built.
 * @returns the operator's report, and when each instrument was last loaded: never how much
 */
export async function protectClients(
  home: Home,
  settings: Settings,
  release: DuckDBConnection,
  about: About,
  progress?: (done: number) => void,
): Promise<ProtectedClients> {
  const published = new Set(publishedIds(home))
  const secret = secretOf(home.secret, { releases: published.size })
  const vault = await openVault(home.vault, besideAnother(settings.JAMSIDES_MEMORY_MB))
  try {
    const report = await protectInto(vault, release, {
      secret,
      settings,
      releaseId: about.id,
      builtAt: new Date(about.builtAt),
      sample: about.sample,
      ...(about.surveys && { surveys: about.surveys }),
      isPublished: (id) => published.has(id),
      ...(progress ? { progress } : {}),
    })
    const extracts = await listExtracts(vault.connection)
    const instruments = [...new Set(extracts.map(({ instrument }) => instrument))].sort()
    const latest = (instrument: string) => extracts.find((extract) => extract.instrument === instrument)!.loadedAt
    const sources = instruments.map((source) => ({ source, rows: null, file: null, loadedAt: latest(source) }))
    return { report, sources }
  } finally {
    vault.close()
  }
}

const LEAST_MB = 128

/** The release stands open too, and a million interviews are put in order no slower in less. */
const besideAnother = (memoryMb: number): number => Math.max(LEAST_MB, Math.round((memoryMb * 2) / 3))
