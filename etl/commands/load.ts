import { keepChanges, rememberStores, takeBackChanges } from '../../data/store/before.ts'
import type { Database } from '../../data/store/duckdb.ts'
import { conditionOf, declaredIndicators, markUnpublished, openFigures } from '../../data/store/figures.ts'
import type { Changes } from '../../data/store/figures-merge.ts'
import type { Home } from '../../data/store/home.ts'
import { openStage } from '../../data/store/stage.ts'
import { say } from '../language.ts'
import { rememberedMappings, rememberMapping } from '../mapping/remembered.ts'
import { type Published, publish } from '../release/build.ts'
import { emptySampleBesideReal } from '../release/reconcile.ts'
import { Delivery, type DeliveryOptions } from './delivery.ts'
import { checkExtracts, loadExtracts } from './extracts.ts'
import { keepSound } from './keep-sound.ts'
import type { Context, Outcome } from './outcome.ts'
import { linesOfRelease } from './release.ts'
import { linesOfChanges, linesOfDelivery, refused } from './report.ts'
import { writing } from './writing.ts'

export type LoadOptions = DeliveryOptions & { release: boolean }

/** Checks the files, stores them all or none, and publishes a release unless told not to. */
export function load(context: Context, paths: string[], options: LoadOptions): Promise<Outcome> {
  return writing(context, () =>
    loadDelivery(context, options, async (delivery) => {
      await delivery.open(paths)
      await delivery.readFigures()
    }),
  )
}

/** As `load`, of whatever is read into the delivery. Only for the process that holds the home's lock. */
export async function loadDelivery(
  context: Context,
  options: LoadOptions,
  read: (delivery: Delivery) => Promise<void>,
): Promise<Outcome> {
  const { delivery, changes, sampleEmptied } = await store(context, options, read)
  if (delivery.findings.errors > 0) return refused(delivery)
  const { home, settings } = context
  if (delivery.isMapped) remember(home, delivery)
  const emptied = (await emptySampleBesideReal(home, settings)) || sampleEmptied
  const release = options.release && (await isUnpublished(context)) ? await publish(home, settings) : null
  return loaded(delivery, changes, emptied, release)
}

/** What a workbook was read with by a mapping is proposed for the next of the same shape. */
function remember(home: Home, { understandings }: Delivery): void {
  const usedAt = new Date().toISOString()
  for (const [file, { shape, ...mapping }] of understandings) rememberMapping(home, { shape, file, usedAt, mapping })
}

type Stored = { delivery: Delivery; changes: Changes | null; sampleEmptied: boolean }

async function store(
  { home, settings }: Context,
  options: LoadOptions,
  read: (delivery: Delivery) => Promise<void>,
): Promise<Stored> {
  const figures = await openFigures(home.figures, settings.JAMSIDES_MEMORY_MB)
  try {
    const stage = await openStage(figures.connection)
    const declared = await declaredIndicators(figures.connection)
    const sets = { connect: async () => figures.connection, take: stage.take }
    const delivery = new Delivery(settings, options, declared, stage.add, rememberedMappings(home), sets)
    await read(delivery)
    stage.close()
    const { sample } = await conditionOf(figures.connection)
    const changes = await storeAll({ home, settings }, figures, delivery, sample)
    return { delivery, changes, sampleEmptied: sample && changes !== null }
  } finally {
    figures.close()
    takeBackChanges(home)
  }
}

/** Stores nothing until all have been checked. An extract on its own is checked by its own load. */
async function storeAll(
  context: Context,
  figures: Database,
  delivery: Delivery,
  sample: boolean,
): Promise<Changes | null> {
  const alone = delivery.figureFiles.length === 0 && delivery.instruments.length === 1
  if (!alone) await checkExtracts(context, delivery)
  if (delivery.findings.errors > 0) return null
  if (delivery.instruments.length > 0) await rememberBoth(context, figures)
  const changes = delivery.figureFiles.length > 0 ? await keepSound(figures, delivery, sample) : null
  if (delivery.findings.errors > 0) return null
  if (await loadExtracts(context, delivery, alone)) await markUnpublished(figures.connection)
  keepChanges(context.home)
  return changes
}

/** The one store can be written without the other only by halves: what they were is kept until both are. */
async function rememberBoth({ home }: Context, { connection }: Database): Promise<void> {
  await connection.run('CHECKPOINT')
  rememberStores(home)
}

async function isUnpublished({ home, settings }: Context): Promise<boolean> {
  const figures = await openFigures(home.figures, settings.JAMSIDES_MEMORY_MB)
  try {
    return (await conditionOf(figures.connection)).unpublished
  } finally {
    figures.close()
  }
}

function loaded(
  delivery: Delivery,
  changes: Changes | null,
  sampleEmptied: boolean,
  release: Published | null,
): Outcome {
  const emptied = say(
    'Exempeldata är borttagna: från och med nu visas bara riktiga uppgifter.',
    'The sample data are gone: from now on only real data are shown.',
  )
  const files = delivery.files.map(({ file, source }) => ({ file, source }))
  return {
    exit: 0,
    lines: [
      ...(sampleEmptied ? [emptied] : []),
      ...linesOfDelivery(delivery),
      ...(changes ? linesOfChanges(changes) : []),
      ...(release ? linesOfRelease(release) : [say('Ingen ny utgåva.', 'No new release.')]),
    ],
    object: { ...delivery.report(), files, ...changes, sampleEmptied, release: release?.manifest.id ?? null },
  }
}
