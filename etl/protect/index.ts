import type { DuckDBConnection } from '@duckdb/node-api'
import { cellsOf } from '../../data/instruments/cells.ts'
import type { Instrument } from '../../data/instruments/definition.ts'
import { instruments } from '../../data/instruments/index.ts'
import type { Survey } from '../../data/model/survey.ts'
import type { Settings } from '../../data/settings.ts'
import { type Database, inTransaction } from '../../data/store/duckdb.ts'
import { Deviations } from './deviations.ts'
import { planOf, type Strictness } from './plan.ts'
import { municipalityYears, type VaultYear } from './reading.ts'
import { releaseYear } from './release-year.ts'
import { emptyReport, noteYear, type OperatorReport } from './report.ts'
import { noteReleased, openState, type ReleasedYear, releasedPlaces, releasedYear } from './state.ts'
import { protectSurveys } from './surveys.ts'
import { type AnsweredYear, beginGathering, gather, layInOrder, type Offsets, writeCatalogue } from './writing.ts'

export { type Outlook, outlookOf } from './outlook.ts'
export { type OperatorReport, reportLines, writeReport } from './report.ts'
export { isWholeSecret, secretOf } from './secret.ts'

export interface Protection {
  /** Of `secretOf`. */
  secret: string
  settings: Pick<Settings, 'JAMSIDES_PAIR_K' | 'JAMSIDES_FLOOR'>
  releaseId: string
  builtAt: Date
  /** Whether the vault holds invented persons. */
  sample: boolean
  /** Whether a release of this id was published: an earlier build may have been interrupted before it was. */
  isPublished: (releaseId: string) => boolean
  /** Clients' answers to local surveys, as they were counted. */
  surveys?: readonly Survey[]
  /** Called after each municipality's year of an instrument. */
  progress?: (done: number) => void
}

/** The build of one release: where from, where to, by which rules, and what is told of it. */
interface Build extends Protection {
  vault: Database
  release: DuckDBConnection
  strictness: Strictness
  report: OperatorReport
}

/**
 * Protects the client rows of the vault and writes the figures that may be shown into an open release: the rules of the
 * disclosure control are applied here, once, and nothing unprotected leaves.
 *
 * @param vault opened for writing (`openVault`): what the release rests on is noted there for the next release's gate;
 *   the notes count once the release is published
 * @param release a connection to the release being built, its tables made from release.sql
 * @returns what was shown and hidden, for the operator only
 * @throws SecretError where published figures were drawn with another secret
 */
export async function protectInto(vault: Database, release: DuckDBConnection, so: Protection): Promise<OperatorReport> {
  await openState(vault.connection, so.secret, so.isPublished)
  const strictness = { k: so.settings.JAMSIDES_PAIR_K, floor: so.settings.JAMSIDES_FLOOR }
  const build = { ...so, vault, release, strictness, report: emptyReport(so.releaseId) }
  await beginGathering(release)
  await inTransaction(vault.connection, () => protectInstruments(build))
  await layInOrder(release)
  await protectSurveys(so.surveys ?? [], { ...build, vault: vault.connection })
  return build.report
}

async function protectInstruments(build: Build): Promise<void> {
  const add = { measure: 0, cell: 0 }
  for (const instrument of instruments) {
    await protectInstrument(build, instrument, add)
    add.measure += instrument.measures.length
    add.cell += cellsOf(instrument).length
  }
}

const YEARS_AT_ONCE = 32

async function protectInstrument(build: Build, instrument: Instrument, add: Offsets): Promise<void> {
  const deviations = new Deviations()
  let answered: AnsweredYear[] = []
  let notes: ReleasedYear[] = []
  const lay = async (): Promise<void> => {
    await gather(build.release, answered, add)
    await noteReleased(build.vault.connection, build.releaseId, notes)
    answered = []
    notes = []
  }
  for await (const { year, note } of releasedYears(build, instrument)) {
    deviations.add(year.answers)
    answered.push(year)
    if (note) notes.push(note)
    if (answered.length >= YEARS_AT_ONCE) await lay()
  }
  await lay()
  await writeCatalogue(build.release, instrument, deviations.of(instrument.measures), add)
}

/** Each municipality's year as it leaves the gate. */
async function* releasedYears(build: Build, instrument: Instrument) {
  const { vault, report, strictness, secret, builtAt, sample } = build
  const plan = planOf(instrument, strictness)
  let done = 0
  for await (const { persons, ...place } of withWithdrawn(build, instrument, municipalityYears(vault, plan))) {
    const before = await releasedYear(vault.connection, instrument.id, place, sample)
    const released = releaseYear(place, persons, before, { plan, secret, strictness, builtAt, sample })
    noteYear(report, instrument.id, place, released)
    build.progress?.(++done)
    yield { year: { ...place, answers: released.answers }, note: released.note }
  }
}

/** The vault's years, and after them, without anyone, those that only the last release has. */
async function* withWithdrawn(
  { vault, sample }: Build,
  instrument: Instrument,
  years: AsyncIterable<VaultYear>,
): AsyncGenerator<VaultYear> {
  const released = await releasedPlaces(vault.connection, instrument.id, sample)
  const missing = new Map(released.map((place) => [`${place.municipality} ${place.year}`, place]))
  for await (const year of years) {
    missing.delete(`${year.municipality} ${year.year}`)
    yield year
  }
  for (const place of missing.values()) yield { ...place, persons: new Map() }
}
