import type { Instrument } from '../../data/instruments/definition.ts'
import type { UploadPreview, YearPreview } from '../../data/model/upload.ts'
import type { Outlook } from '../protect/index.ts'
import type { PersonCounts } from './persons.ts'

/** A municipality's persons as they stand and as they would. */
type Change = { before: PersonCounts; after: PersonCounts }

const FEWEST_TOLD = 10

/** Persons to the nearest five; null where they are fewer than ten. */
const told = (persons: number): number | null => (persons < FEWEST_TOLD ? null : Math.round(persons / 5) * 5)

/** What approving would change, year by year, without one exact count. */
export function previewOf(
  instrument: Instrument,
  change: Change,
  outlooks: readonly Outlook[],
  { floor, emptiesSample }: { floor: number; emptiesSample: boolean },
): UploadPreview {
  const years = outlooks
    .filter(({ year, outcome }) => outcome !== 'same' || change.before.persons(year) > 0)
    .map((outlook) => yearPreview(instrument, change, outlook, floor))
  return { emptiesSample, years, figures: null }
}

function yearPreview(instrument: Instrument, change: Change, { year, outcome }: Outlook, floor: number): YearPreview {
  const { before, after } = change
  return {
    year,
    before: told(before.persons(year)),
    after: told(after.persons(year)),
    gate: outcome,
    splits: instrument.dimensions.map(({ id, categories }) => ({
      column: id,
      codes: categories.map(({ id: code }) => ({
        code,
        before: told(before.persons(year, { column: id, code })),
        after: told(after.persons(year, { column: id, code })),
      })),
    })),
    visibility: visibilityOf(instrument, change, year, floor),
  }
}

/** Of everything that is shown on its own, whole years and single groups: what will be seen otherwise than now. */
function visibilityOf(instrument: Instrument, { before, after }: Change, year: number, floor: number) {
  const groups = [
    { column: null, code: null },
    ...instrument.dimensions.flatMap(({ id, categories }) => categories.map(({ id: code }) => ({ column: id, code }))),
  ]
  return instrument.kinds
    .flatMap(({ id: kind }) => groups.map((group) => ({ kind, ...group })))
    .map(({ kind, column, code }) => {
      const which = { kind, column: column ?? '', code: code ?? '' }
      const seen = (counts: PersonCounts) => visibility(counts.persons(year, which), floor)
      return { kind: kind as string, column, code, before: seen(before), after: seen(after) }
    })
    .filter((group) => group.before !== group.after)
}

/** The protected count lies up to four from the true one: at the floor it is not told which way it falls. */
const FARTHEST_DRAW = 4

function visibility(persons: number, floor: number): 'shown' | 'maybe' | 'hidden' {
  if (persons >= floor + FARTHEST_DRAW) return 'shown'
  return persons + FARTHEST_DRAW >= floor ? 'maybe' : 'hidden'
}
