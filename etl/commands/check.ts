import { existsSync } from 'node:fs'
import type { Indicator } from '../../data/model/indicator.ts'
import type { Settings } from '../../data/settings.ts'
import type { Database } from '../../data/store/duckdb.ts'
import { currentRelease, releaseFile } from '../../data/store/release.ts'
import { say } from '../language.ts'
import { rememberedMappings } from '../mapping/remembered.ts'
import { Delivery, type DeliveryOptions } from './delivery.ts'
import type { Context, Outcome } from './outcome.ts'
import { linesOfDelivery, refused } from './report.ts'

/** Checks the files as `load` would, and stores nothing. Beside a running load it does not read the vault. */
export async function check(context: Context, paths: string[], options: DeliveryOptions): Promise<Outcome> {
  const { home, settings } = context
  const published = await publishedIndicators(context)
  const beside = besideAll(settings)
  const delivery = new Delivery(settings, options, published, () => {}, rememberedMappings(home), beside)
  try {
    await delivery.open(paths)
    await delivery.readFigures()
  } finally {
    await beside.close()
  }
  if (delivery.instruments.length > 0) await (await import('./extracts.ts')).checkExtracts(context, delivery)
  if (delivery.findings.errors > 0) return refused(delivery)
  const { mappings } = delivery.gathering
  const mapped = Object.keys(mappings).length > 0
  return {
    exit: 0,
    lines: [...linesOfDelivery(delivery), say('Filerna kan läsas in.', 'The files can be loaded.')],
    object: { ...delivery.report(), ...(mapped ? { mappings } : {}) },
  }
}

/** A database in memory, opened where a file is checked in sets; most are not. */
function besideAll({ JAMSIDES_MEMORY_MB: memory }: Settings) {
  let opened: Promise<Database> | undefined
  const open = async () => (await import('../../data/store/duckdb.ts')).openWritable(':memory:', memory)
  return {
    connect: async () => {
      opened ??= open()
      return (await opened).connection
    },
    take: async () => {},
    close: async () => (await opened)?.close(),
  }
}

/** The indicators of the served release: it can be read whatever else is going on. */
async function publishedIndicators({ home }: Context): Promise<Indicator[]> {
  const id = currentRelease(home)
  if (id === null || !existsSync(releaseFile(home, id))) return []
  const { openLocked, rowsOf } = await import('../../data/store/duckdb.ts')
  const release = await openLocked(releaseFile(home, id))
  try {
    const rows = await rowsOf<{ definition: string }>(release.connection, 'SELECT definition FROM indicator')
    return rows.map(({ definition }) => JSON.parse(definition))
  } finally {
    release.close()
  }
}
