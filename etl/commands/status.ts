import { existsSync } from 'node:fs'
import { readSettings, SETTINGS, type Settings, shownSetting } from '../../data/settings.ts'
import { openLocked, rowsOf } from '../../data/store/duckdb.ts'
import { currentRelease, listReleases } from '../../data/store/release.ts'
import { listExtracts, readVault } from '../../data/store/vault.ts'
import { counted, say } from '../language.ts'
import type { Context, Outcome } from './outcome.ts'

/** Every setting with its value and meaning. */
export async function settings(): Promise<Outcome> {
  const values: Settings = readSettings()
  const list = SETTINGS.map((row) => ({ ...row, value: shownSetting(row.name, values) }))
  return {
    exit: 0,
    lines: list.flatMap(({ name, value, fallback, help }) => [`${name}=${value}`, `  ${help} (${fallback})`]),
    object: { ok: true, settings: list.map(({ name, value, fallback, help }) => ({ name, value, fallback, help })) },
  }
}

type SourceCount = { source: string; indicators: number; values: number; loadedAt: string }

/** What is stored: values by source, extracts of clients without their size, releases. */
export async function status({ home }: Context): Promise<Outcome> {
  const current = currentRelease(home)
  const stored = existsSync(home.figures) ? await countFigures(home.figures) : []
  const extracts = existsSync(home.vault) ? await listStored(home.vault) : []
  const releases = listReleases(home).length
  return {
    exit: 0,
    lines: [
      say(`Mapp: ${home.root}`, `Folder: ${home.root}`),
      current
        ? say(`Utgåva som visas: ${current}`, `Release served: ${current}`)
        : say('Ingen utgåva visas.', 'No release is served.'),
      say(`Utgåvor: ${releases}`, `Releases: ${releases}`),
      ...stored.map(lineOfSource),
      ...extracts.map(({ id, loadedAt, municipalities }) => `${id}  ${loadedAt}  ${municipalities.join(' ')}`),
    ],
    object: { ok: true, home: home.root, release: current, releases, sources: stored, extracts },
  }
}

const lineOfSource = ({ source, indicators, values, loadedAt }: SourceCount) =>
  say(
    `${source}: ${counted(values)} värden, ${indicators} indikatorer, senast ${loadedAt}`,
    `${source}: ${counted(values)} values, ${indicators} indicators, latest ${loadedAt}`,
  )

async function countFigures(path: string): Promise<SourceCount[]> {
  const figures = await openLocked(path)
  try {
    return await rowsOf<SourceCount>(
      figures.connection,
      `SELECT source, count(DISTINCT indicator)::INTEGER AS indicators, count(*)::INTEGER AS "values", max(loaded_at) AS "loadedAt"
       FROM figure GROUP BY source ORDER BY source`,
    )
  } finally {
    figures.close()
  }
}

async function listStored(path: string) {
  const vault = await readVault(path)
  try {
    const extracts = await listExtracts(vault.connection)
    return extracts.map(({ id, instrument, loadedAt, sample, parts }) => ({
      id,
      instrument,
      loadedAt,
      sample,
      municipalities: [...new Set(parts.map(({ municipality }) => municipality))],
    }))
  } finally {
    vault.close()
  }
}
