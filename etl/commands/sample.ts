import { catalogue } from '../../data/catalogue/index.ts'
import { asi } from '../../data/instruments/asi.ts'
import { ubu } from '../../data/instruments/ubu.ts'
import { asiClients } from '../../data/sample/asi-clients.ts'
import { sampleFigures } from '../../data/sample/indicators.ts'
import { sampleSurveys } from '../../data/sample/surveys.ts'
import { ubuClients } from '../../data/sample/ubu-clients.ts'
import { SampleUnits } from '../../data/sample/units.ts'
import { type Database, inTransaction } from '../../data/store/duckdb.ts'
import { emptyFigures, noteDelivery, openFigures, storeDefinitions } from '../../data/store/figures.ts'
import { mergeStage } from '../../data/store/figures-merge.ts'
import { openStage } from '../../data/store/stage.ts'
import { storeUnits } from '../../data/store/units.ts'
import { emptyVault, openVault } from '../../data/store/vault.ts'
import { counted, say } from '../language.ts'
import { publish } from '../release/build.ts'
import { holdsRealData } from '../release/reconcile.ts'
import { storeSample } from '../sources/extract.ts'
import { type Context, type Outcome, Refusal, WrongUsage } from './outcome.ts'
import { writing } from './writing.ts'

export type SampleOptions = {
  /** Invented clients of each instrument, a municipality and year. */
  clients: number
  seed: number
  /** First and last year as "2015-2025". */
  years: string
}

/** Makes the invented sample, stores it in place of an earlier one, and publishes it. @throws Refusal where real data are stored */
export function sample(context: Context, options: SampleOptions): Promise<Outcome> {
  const { clients, seed, years } = options
  const { from, to } = yearsOf(years)
  return writing(context, async () => {
    await refuseRealData(context)
    const rows = await inventFigures(context, { seed, from, to })
    await inventClients(context, { seed, from, to, clients })
    const { manifest } = await publish(context.home, context.settings)
    return {
      exit: 0,
      lines: [
        say(
          `${counted(rows)} påhittade värden ${from}–${to} publicerade i utgåva ${manifest.id}.`,
          `${counted(rows)} invented values ${from}–${to} published in release ${manifest.id}.`,
        ),
      ],
      object: { ok: true, rows, clients, seed, years, release: manifest.id, sample: true },
    }
  })
}

/** Reads "2015-2025". @throws WrongUsage */
function yearsOf(text: string): { from: number; to: number } {
  const [, from, to] = /^(\d{4})-(\d{4})$/.exec(text)?.map(Number) ?? []
  if (from && to && from <= to && from >= 1990 && to <= 2100) return { from, to }
  throw new WrongUsage(say('--years skrivs som 2015-2025.', '--years is written as 2015-2025.'))
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

type Question = { seed: number; from: number; to: number }

/** @returns how many values were made */
async function inventFigures({ home, settings }: Context, question: Question): Promise<number> {
  const figures = await openFigures(home.figures, settings.JAMSIDES_MEMORY_MB)
  try {
    return await inTransaction(figures.connection, () => replaceFigures(figures, question))
  } finally {
    figures.close()
  }
}

async function replaceFigures({ connection }: Database, question: Question): Promise<number> {
  await emptyFigures(connection, true)
  const stage = await openStage(connection)
  const { indicators, bases, municipalities, groups } = catalogue()
  const wanted = { indicators: [...bases, ...indicators], municipalities, groups, ...question }
  const units = new SampleUnits(wanted)
  sampleFigures(wanted, (figure) => {
    stage.add(figure, 'sample', 0)
    units.see(figure)
  })
  stage.close()
  const loadedAt = new Date().toISOString()
  await mergeStage(connection, loadedAt)
  await storeUnits(connection, units.made(), { source: 'sample', loadedAt })
  const surveys = sampleSurveys(question)
  await storeDefinitions(connection, { declared: new Map(), described: [], groups: [], surveys })
  const file = say('påhittade exempeldata', 'invented sample data')
  await noteDelivery(connection, { source: 'sample', file, rows: stage.rows(), loadedAt })
  return stage.rows()
}

/** Clients are invented for this many of the last years. */
const CLIENT_YEARS = 5

/** The municipalities of the research and development units have invented clients. */
async function inventClients({ home, settings }: Context, { seed, from, to, clients }: Question & { clients: number }) {
  const municipalities = [
    ...new Set(catalogue().groups.flatMap(({ kind, members }) => (kind === 'fou' ? members : []))),
  ]
  const first = Math.max(from, to - CLIENT_YEARS + 1)
  const years = Array.from({ length: to - first + 1 }, (_, i) => first + i)
  const wanted = { seed, municipalities, years, perYear: clients }
  const vault = await openVault(home.vault, settings.JAMSIDES_MEMORY_MB)
  try {
    await emptyVault(vault.connection)
    if (clients === 0) return
    await storeSample(asiClients(wanted), asi, vault)
    await storeSample(ubuClients(wanted), ubu, vault)
  } finally {
    vault.close()
  }
}
