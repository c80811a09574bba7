import { type Database, inTransaction } from '../../data/store/duckdb.ts'
import {
  type Changes,
  conditionOf,
  emptyFigures,
  mergeStage,
  noteDelivery,
  openFigures,
  openStage,
  storeDefinitions,
} from '../../data/store/figures.ts'
import { say } from '../language.ts'
import { publish } from '../release/build.ts'
import { type Gathered, type GatherOptions, gather } from './gather.ts'
import { type Context, type Outcome, writing } from './outcome.ts'
import { complaintOf, linesOfChanges, linesOfFindings, sourceOf } from './report.ts'

export type LoadOptions = GatherOptions & { release: boolean }

/** Checks the files as `load` would, and stores nothing. */
export async function check({ settings }: Context, paths: string[], options: GatherOptions): Promise<Outcome> {
  const gathered = await gather(paths, settings, options, () => {})
  const { findings } = gathered
  const report = findings.report(sourceOf(gathered), rowsOfFiles(gathered))
  return {
    exit: report.ok ? 0 : 1,
    lines: linesOfFindings(gathered),
    object: report,
    ...(report.ok ? {} : { complaint: complaintOf(gathered) }),
  }
}

const rowsOfFiles = ({ files }: Gathered) => files.reduce((sum, { rows }) => sum + rows, 0)

/** Checks the files, stores them all or none, and publishes a release unless told not to. */
export function load(context: Context, paths: string[], options: LoadOptions): Promise<Outcome> {
  return writing(context, async () => {
    const stored = await store(context, paths, options)
    if (!stored.changes) return refused(stored.gathered)
    const release = options.release && stored.unpublished ? await publish(context.home, context.settings) : null
    return loaded(stored.gathered, stored.changes, stored.emptiedSample, release?.manifest.id ?? null)
  })
}

type Stored = { gathered: Gathered; changes: Changes | null; emptiedSample: boolean; unpublished: boolean }

async function store({ home, settings }: Context, paths: string[], options: LoadOptions): Promise<Stored> {
  const figures = await openFigures(home.figures, settings.JAMSIDES_MEMORY_MB)
  try {
    const stage = await openStage(figures.connection)
    const gathered = await gather(paths, settings, options, stage.add)
    stage.close()
    if (gathered.findings.errors > 0) return { gathered, changes: null, emptiedSample: false, unpublished: false }
    const { sample } = await conditionOf(figures.connection)
    const changes = await inTransaction(figures.connection, () => keep(figures, gathered, sample))
    const { unpublished } = await conditionOf(figures.connection)
    return { gathered, changes, emptiedSample: sample, unpublished }
  } finally {
    figures.close()
  }
}

async function keep({ connection }: Database, gathered: Gathered, sample: boolean): Promise<Changes> {
  if (sample) await emptyFigures(connection, false)
  const loadedAt = new Date().toISOString()
  const changes = await mergeStage(connection, loadedAt)
  const isNew = await storeDefinitions(connection, gathered)
  if (isNew || changes.added + changes.revised + changes.removed > 0) {
    for (const { source, file, rows } of gathered.files)
      await noteDelivery(connection, { source, file, rows, loadedAt })
  }
  return changes
}

function refused(gathered: Gathered): Outcome {
  const report = gathered.findings.report(sourceOf(gathered), rowsOfFiles(gathered))
  return { exit: 1, lines: linesOfFindings(gathered), object: report, complaint: complaintOf(gathered) }
}

function loaded(gathered: Gathered, changes: Changes, emptiedSample: boolean, release: string | null): Outcome {
  const report = gathered.findings.report(sourceOf(gathered), rowsOfFiles(gathered))
  const emptied = say(
    'Exempeldata är borttagna: från och med nu visas bara riktiga uppgifter.',
    'The sample data are gone: from now on only real data are shown.',
  )
  return {
    exit: 0,
    lines: [
      ...(emptiedSample ? [emptied] : []),
      ...linesOfFindings(gathered),
      ...linesOfChanges(changes),
      published(release),
    ],
    object: {
      ...report,
      files: gathered.files.map(({ file, source, rows }) => ({ file, source, rows })),
      ...changes,
      sampleEmptied: emptiedSample,
      release,
    },
  }
}

function published(release: string | null): string {
  return release
    ? say(`Utgåva ${release} visas nu.`, `Release ${release} is served now.`)
    : say('Ingen ny utgåva.', 'No new release.')
}
