import { catalogue } from '../../data/catalogue/index.ts'
import { sampleFigures } from '../../data/sample/indicators.ts'
import { type Database, inTransaction } from '../../data/store/duckdb.ts'
import {
  type Changes,
  emptyFigures,
  mergeStage,
  noteDelivery,
  openFigures,
  openStage,
} from '../../data/store/figures.ts'
import { counted, say } from '../language.ts'
import { publish } from '../release/build.ts'
import { holdsRealData } from '../release/reconcile.ts'
import { type Context, type Outcome, Refusal, WrongUsage, writing } from './outcome.ts'

export type SampleOptions = { clients: number; seed: number; years: string }

/** Makes the invented sample, stores it in place of an earlier one, and publishes it. @throws Refusal where real data are stored */
export function sample(context: Context, options: SampleOptions): Promise<Outcome> {
  const { from, to } = yearsOf(options.years)
  return writing(context, async () => {
    await refuseRealData(context)
    const rows = await storeSample(context, { seed: options.seed, from, to })
    const { manifest, values } = await publish(context.home, context.settings)
    return {
      exit: 0,
      lines: [
        say(
          `${counted(rows)} påhittade värden ${from}–${to} publicerade i utgåva ${manifest.id}.`,
          `${counted(rows)} invented values ${from}–${to} published in release ${manifest.id}.`,
        ),
      ],
      object: { ok: true, rows, values, years: { from, to }, seed: options.seed, release: manifest.id, sample: true },
    }
  })
}

/** Reads "2015-2025". @throws WrongUsage */
function yearsOf(text: string): { from: number; to: number } {
  const [, from, to] = /^(\d{4})-(\d{4})$/.exec(text)?.map(Number) ?? []
  if (from && to && from <= to && from >= 1990 && to <= 2100) return { from, to }
  throw new WrongUsage(say('--years skrivs som 2015-2025.', '--years is written as 2015-2025.'))
}

type Question = { seed: number; from: number; to: number }

async function storeSample({ home, settings }: Context, question: Question): Promise<number> {
  const figures = await openFigures(home.figures, settings.JAMSIDES_MEMORY_MB)
  try {
    const changes = await inTransaction(figures.connection, () => replaceSample(figures, question))
    return changes.added
  } finally {
    figures.close()
  }
}

async function refuseRealData({ home, settings }: Context): Promise<void> {
  if (!(await holdsRealData(home, settings))) return
  throw new Refusal(
    say(
      'Här finns riktiga uppgifter; exempeldata läggs inte bland dem. Välj en annan mapp med JAMSIDES_HOME.',
      'Real data are stored here; the sample is not put among them. Choose another folder with JAMSIDES_HOME.',
    ),
  )
}

async function replaceSample({ connection }: Database, question: Question): Promise<Changes> {
  await emptyFigures(connection, true)
  const stage = await openStage(connection)
  const { indicators, municipalities } = catalogue()
  sampleFigures({ indicators, municipalities, ...question }, (figure) => stage.add(figure, 'sample', 0))
  stage.close()
  const loadedAt = new Date().toISOString()
  const changes = await mergeStage(connection, loadedAt)
  const file = say('påhittade exempeldata', 'invented sample data')
  await noteDelivery(connection, { source: 'sample', file, rows: stage.rows(), loadedAt })
  return changes
}
