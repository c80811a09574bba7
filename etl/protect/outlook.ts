import type { Instrument } from '../../data/instruments/definition.ts'
import type { Database } from '../../data/store/duckdb.ts'
import { fingerprintsOf, gate } from './gate.ts'
import { planOf, type Strictness } from './plan.ts'
import { municipalityYears } from './reading.ts'
import { openState, releasedYear } from './state.ts'

/** What the release gate would do with a municipality's year, as a vault stands. */
export type Outlook = { municipality: string; year: number; outcome: ReturnType<typeof gate> | 'first' }

interface LookingAhead {
  secret: string
  strictness: Strictness
  /** Whether a release of this id was published. */
  isPublished: (releaseId: string) => boolean
  now: Date
}

/**
 * What the gate would say of every municipality's year in a vault if a release were built of it now. Draws nothing: a
 * figure drawn for a look would be one draw too many.
 * @param vault a copy, opened for writing, with what was released before
 */
export async function outlookOf(vault: Database, instrument: Instrument, looking: LookingAhead): Promise<Outlook[]> {
  const { secret, strictness, isPublished, now } = looking
  await openState(vault.connection, secret, isPublished)
  const outlooks: Outlook[] = []
  for await (const { persons, ...place } of municipalityYears(vault, planOf(instrument, strictness))) {
    const before = await releasedYear(vault.connection, instrument.id, place, false)
    const scope = `${instrument.id}|${place.municipality}|${place.year}`
    const outcome = gate(before, fingerprintsOf(persons, scope, secret), now, false)
    outlooks.push({ ...place, outcome: outcome === 'changes' && !before ? 'first' : outcome })
  }
  return outlooks
}
