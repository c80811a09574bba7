import type { DuckDBConnection } from '@duckdb/node-api'
import { type Database, inTransaction } from '../../data/store/duckdb.ts'
import { emptyFigures, noteDelivery, storeDefinitions } from '../../data/store/figures.ts'
import { type Changes, mergeStage } from '../../data/store/figures-merge.ts'
import { storeUnits } from '../../data/store/units.ts'
import type { Finding } from '../check/report.ts'
import { setUnsoundAside, toldAside, type Unsound, unsoundDelivered, whyUnsound } from '../release/unsound.ts'
import type { Delivery } from './delivery.ts'

/**
 * Stores the figures in one transaction. Where any could not be published none is stored, and the findings say which; what
 * earlier loads may have left that stands in their way is put aside first.
 */
export async function keepSound(figures: Database, delivery: Delivery, sample: boolean): Promise<Changes | null> {
  const { connection } = figures
  const kept = await keepOrNone(figures, delivery, sample)
  const cleared = Array.isArray(kept) ? await inTransaction(connection, () => setUnsoundAside(connection)) : 0
  if (cleared > 0) delivery.findings.add(aside(cleared))
  const last = cleared > 0 ? await keepOrNone(figures, delivery, sample) : kept
  if (!Array.isArray(last)) return last
  for (const one of last) delivery.findings.add(unpublishable(one))
  return null
}

const aside = (count: number): Finding => ({
  row: null,
  column: null,
  rule: 'set-aside',
  severity: 'warning',
  message: toldAside(count),
})

/** @returns what changed, or else what could not be published: then everything is as it was */
async function keepOrNone(figures: Database, delivery: Delivery, sample: boolean): Promise<Changes | Unsound[]> {
  let unsound: Unsound[] = []
  try {
    return await inTransaction(figures.connection, async () => {
      const changes = await keep(figures, delivery, sample)
      unsound = await unsoundDelivered(figures.connection)
      if (unsound.length > 0) throw new NothingKept()
      return changes
    })
  } catch (error) {
    if (error instanceof NothingKept) return unsound
    throw error
  }
}

/** Rolls a transaction back. */
class NothingKept extends Error {}

const unpublishable = ({ indicator, municipality, period, sex, reason }: Unsound): Finding => ({
  row: null,
  column: null,
  rule: reason,
  severity: 'error',
  message: `${indicator} ${municipality} ${period} ${sex}: ${whyUnsound(reason)}.`,
})

async function keep({ connection }: Database, delivery: Delivery, sample: boolean): Promise<Changes> {
  if (sample) await emptyFigures(connection, false)
  const loadedAt = new Date().toISOString()
  const changes = await keepFigures(connection, delivery, loadedAt)
  const isNew = await storeDefinitions(connection, delivery.gathering)
  if (!isNew && changes.added + changes.revised + changes.removed === 0) return changes
  for (const { source, file, path } of delivery.figureFiles) {
    await noteDelivery(connection, { source, file, rows: delivery.rows.get(path) ?? 0, loadedAt })
  }
  return changes
}

/** Those of municipalities, and of their units. */
async function keepFigures(connection: DuckDBConnection, { gathering }: Delivery, loadedAt: string): Promise<Changes> {
  const changes = await mergeStage(connection, loadedAt)
  if (gathering.units.size === 0) return changes
  const ofUnits = await storeUnits(connection, gathering, { source: 'kolada', loadedAt })
  const sum = (count: keyof typeof ofUnits) => changes[count] + ofUnits[count]
  const counts = { added: sum('added'), revised: sum('revised'), removed: sum('removed'), unchanged: sum('unchanged') }
  return { ...changes, ...counts }
}
