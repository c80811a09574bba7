import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startServer } from '../../api/server.ts'
import type { Instrument } from '../../data/instruments/definition.ts'
import { instruments } from '../../data/instruments/index.ts'
import type { AggregateAnswer } from '../../data/model/answers/aggregate.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { readSettings } from '../../data/settings.ts'
import { openLocked, rowsOf } from '../../data/store/duckdb.ts'
import { type Home, homeAt } from '../../data/store/home.ts'
import { releaseFile } from '../../data/store/release.ts'
import { openVault } from '../../data/store/vault.ts'
import { type Published, publish } from '../../etl/release/build.ts'
import { loadExtract } from '../../etl/sources/extract.ts'
import { csvOf } from './clients.ts'

/** The whole way from extract to answer, over a home of its own: the attacker sees only what `ask` and `get` bring. */
export interface Service {
  home: Home
  /** Loads an extract into the vault. */
  store(rows: readonly ClientRow[], instrument?: Instrument['id']): Promise<void>
  /** The same, and publishes. */
  load(rows: readonly ClientRow[], instrument?: Instrument['id']): Promise<Published>
  publish(): Promise<Published>
  /** A question to /aggregate. @throws when it is refused */
  ask(question: Record<string, string>): Promise<AggregateAnswer>
  get(path: string, headers?: Record<string, string>, method?: 'GET' | 'HEAD'): Promise<Response>
  close(): Promise<void>
}

/** @param chance where it is given, the secret is made of it: the same persons then draw the same answers in every run */
export async function startService(environment: Record<string, string> = {}, chance?: string): Promise<Service> {
  const root = mkdtempSync(join(tmpdir(), 'jamsides-redteam-'))
  const settings = readSettings({
    JAMSIDES_HOME: root,
    PORT: '0',
    JAMSIDES_LOG: 'silent',
    JAMSIDES_REQUESTS_PER_MINUTE: '1000000',
    JAMSIDES_PUBLISH_FOLLOWUP: 'yes',
    ...environment,
  })
  const home = homeAt(root)
  if (chance) writeFileSync(home.secret, createHash('sha256').update(chance).digest(), { mode: 0o600 })
  let running: ReturnType<typeof startServer> | undefined
  const publishing = async (): Promise<Published> => {
    const published = await publish(home, settings)
    if (running) await isServed(await running, published.manifest.id)
    return published
  }
  const get: Service['get'] = async (path, headers = {}, method = 'GET') => {
    running ??= startServer(settings)
    return fetch(`${(await running).url}/api/v1${path}`, { headers, method })
  }
  return {
    home,
    store: (rows, instrument) => store(home, rows, instrument),
    publish: publishing,
    async load(rows, instrument) {
      await store(home, rows, instrument)
      return publishing()
    },
    async ask(question) {
      const response = await get(`/aggregate?${new URLSearchParams(question)}`)
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
      return (await response.json()) as AggregateAnswer
    },
    get,
    async close() {
      await (await running)?.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** When a running service has taken up a new release: on a busy machine it answers from the one before for a while. */
async function isServed({ url }: { url: string }, release: string): Promise<void> {
  for (;;) {
    const health = (await (await fetch(`${url}/api/v1/health`)).json()) as { release: { id: string } | null }
    if (health.release?.id === release) return
    await setTimeout(50)
  }
}

async function store(home: Home, rows: readonly ClientRow[], id: Instrument['id'] = 'asi'): Promise<void> {
  const instrument = instruments.find((one) => one.id === id)!
  const file = join(home.root, 'extract.csv')
  writeFileSync(file, csvOf(rows, instrument))
  const vault = await openVault(home.vault)
  try {
    const report = await loadExtract([file], instrument, {}, vault)
    if (!report.ok) throw new Error(JSON.stringify(report.findings.slice(0, 3)))
  } finally {
    vault.close()
  }
}

/** All that a finished release shows of client rows, as one text. */
export async function shownIn(home: Home, release: string): Promise<string> {
  const file = await openLocked(releaseFile(home, release))
  try {
    const figures = await rowsOf(file.connection, 'FROM protected_figure')
    const bars = await rowsOf(file.connection, 'FROM protected_bar')
    return JSON.stringify([figures, bars, await rowsOf(file.connection, 'FROM protected_non_response')])
  } finally {
    file.close()
  }
}
