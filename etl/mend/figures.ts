import { existsSync, rmSync } from 'node:fs'
import { inTransaction, quoted } from '../../data/store/duckdb.ts'
import { storeTold } from '../../data/store/figure-numbers.ts'
import { openFigures } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import { listReleases, putAside, releaseFile } from '../../data/store/release.ts'
import { conditionOfTables } from '../verify/tables.ts'

/**
 * Where the loaded figures are damaged, builds them anew out of the last built release. What was loaded without being
 * published is not in it, and of revisions only each figure's latest.
 * @returns id of the release they were taken from; null where the figures are whole or there is no release to take them from
 */
export async function mendFigures(home: Home): Promise<string | null> {
  if (!existsSync(home.figures) || (await conditionOfTables(home.figures)) !== 'damaged') return null
  const last = listReleases(home)[0]
  if (!last) return null
  putAside(home, home.figures)
  rmSync(`${home.figures}.wal`, { force: true })
  await rebuild(home, releaseFile(home, last.id), last.sample)
  return last.id
}

async function rebuild(home: Home, release: string, sample: boolean): Promise<void> {
  const figures = await openFigures(home.figures)
  try {
    const { connection } = figures
    await connection.run(`ATTACH ${quoted(release)} AS release (READ_ONLY)`)
    await inTransaction(connection, async () => {
      for (const table of ['figure', 'revision'] as const) await storeTold(connection, table, FIGURES[table])
      for (const table of TABLES) await connection.run(table)
      await connection.run('UPDATE condition SET sample = $sample, unpublished = false', { sample })
    })
    await connection.run('DETACH release')
  } finally {
    figures.close()
  }
}

const FIGURES = {
  figure: `SELECT indicator, sex, period, municipality, value, status, token, numerator, denominator, lower, upper, source, loaded_at
    FROM release.value`,
  revision: `SELECT indicator, sex, period, municipality, previous_value AS value, previous_status AS status, NULL::TEXT AS token, source,
      previous_loaded_at AS loaded_at, loaded_at AS replaced_at FROM release.value WHERE previous_loaded_at IS NOT NULL`,
}

/** Definitions that the catalogue brings itself are written again at each release, and do no harm among the declared ones. */
const TABLES = [
  'INSERT INTO unit SELECT id, municipality, name FROM release.unit',
  `INSERT INTO unit_figure SELECT definition.id, ['T', 'K', 'M'][sex + 1], period, unit.id, value, status, source, loaded_at
   FROM release.unit_figure AS now JOIN release.indicator AS definition ON definition.position = now.indicator
     JOIN release.unit AS unit ON unit.number = now.unit`,
  `INSERT INTO delivery SELECT source, file, rows, loaded_at FROM release.source WHERE file IS NOT NULL`,
  `INSERT INTO published_indicator FROM release.published_indicator`,
  `INSERT INTO survey FROM release.survey WHERE (definition->>'answerers') <> 'clients'`,
  `INSERT INTO declared_indicator SELECT id, definition FROM release.indicator
   WHERE id IN (SELECT indicator FROM release.value)
   OR position IN (SELECT indicator FROM release.unit_figure)`,
  `INSERT INTO loaded_group SELECT id, definition FROM release.comparison_group WHERE id LIKE 'similar-%'`,
]
