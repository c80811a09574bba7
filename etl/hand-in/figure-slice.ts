import { type Database, rowsOf } from '../../data/store/duckdb.ts'
import { storeTold } from '../../data/store/figure-numbers.ts'
import { conditionOf, openFigures } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import { withHeld } from './attached.ts'

const MEMORY_MB = 512

/** The figures' definitions as they stand, in memory: whatever is stored there, the store stays as it is. */
export async function figureSliceOf({ figures }: Home): Promise<Database> {
  const slice = await openFigures(':memory:', MEMORY_MB)
  await withHeld(slice, figures, async () => {
    for (const table of ['declared_indicator', 'published_indicator', 'loaded_group', 'survey'])
      await slice.connection.run(`INSERT INTO ${table} BY NAME FROM held.${table}`)
    await slice.connection.run('UPDATE condition SET sample = (SELECT sample FROM held.condition)')
  })
  return slice
}

/** Takes in beside what is delivered (table `stage`) what is stored of the same indicators. */
export async function addStoredBeside(slice: Database, { figures }: Home): Promise<void> {
  if ((await conditionOf(slice.connection)).sample) return
  await withHeld(slice, figures, async () => {
    const beside = 'FROM held.figure WHERE indicator IN (SELECT DISTINCT indicator FROM stage)'
    await storeTold(slice.connection, 'figure', beside)
  })
}

/** Of some indicators, those that other municipalities have figures of. */
export async function sharedWithOthers(
  { connection }: Database,
  municipality: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await rowsOf<{ indicator: string }>(
    connection,
    `SELECT DISTINCT indicator FROM figure WHERE municipality <> $municipality AND list_contains(string_split($ids, ' '), indicator)`,
    { municipality, ids: ids.join(' ') },
  )
  return new Set(rows.map(({ indicator }) => indicator))
}
