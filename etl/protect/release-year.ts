import { type Answers, noAnswers, packed, unpacked } from './answers.ts'
import { changedPersons, type Fingerprints, fingerprintsOf, gate, type Waiting } from './gate.ts'
import { nextSalt } from './keys.ts'
import { answersOf } from './municipality-year.ts'
import type { YearPersons } from './persons.ts'
import type { Plan, Strictness } from './plan.ts'
import type { ReleasedYear } from './state.ts'

/** What became of a municipality's year at the gate. `stricter`: it waits, and the old answers met older, looser rules. */
export type Outcome = 'first' | 'changed' | 'same' | 'withdrawn' | 'stricter' | Waiting

export interface YearRelease {
  outcome: Outcome
  answers: Answers
  /** Persons added, removed or altered since the last release. */
  changed: number
  /** What the release will rest on, where that is not what it rested on before. */
  note: ReleasedYear | null
}

export interface Gatekeeping {
  plan: Plan
  secret: string
  strictness: Strictness
  builtAt: Date
  sample: boolean
}

/** The answers of a municipality's year in the release being built, after the gate (disclosure rule 11). */
export function releaseYear(
  place: { municipality: string; year: number },
  persons: YearPersons,
  before: ReleasedYear | null,
  keeping: Gatekeeping,
): YearRelease {
  const { plan, secret, builtAt, sample } = keeping
  if (persons.size === 0 && before) return withdrawn(before)
  const fingerprints = fingerprintsOf(persons, `${plan.instrument.id}|${place.municipality}|${place.year}`, secret)
  const changed = changedPersons(before?.fingerprints ?? new Map(), fingerprints)
  const passing = gate(before, fingerprints, builtAt, sample)
  if (passing === 'fewer-than-ten' || passing === 'four-changes') return held(before, plan, passing, changed)
  if (passing === 'same' && before?.answers && before.signature === plan.signature) {
    return { outcome: 'same', answers: unpacked(before.answers), changed, note: null }
  }
  return drawn(place, persons, before, fingerprints, passing, changed, keeping)
}

/**
 * An extract that was taken back is gone from the next release, however few it held. What it held stays marked, so that
 * it cannot come back with one person more.
 */
function withdrawn(before: ReleasedYear): YearRelease {
  const note = before.answers ? { ...before, answers: null } : null
  return { outcome: 'withdrawn', answers: noAnswers(), changed: before.answers ? before.fingerprints.size : 0, note }
}

/** The old answers stand, unless the rules have become stricter since: then nothing is shown until the gate opens. */
function held(before: ReleasedYear | null, plan: Plan, outcome: Waiting, changed: number): YearRelease {
  if (!before?.answers) return { outcome, answers: noAnswers(), changed, note: null }
  if (before.signature !== plan.signature) return { outcome: 'stricter', answers: noAnswers(), changed, note: null }
  return { outcome, answers: unpacked(before.answers), changed, note: null }
}

function drawn(
  place: { municipality: string; year: number },
  persons: YearPersons,
  before: ReleasedYear | null,
  fingerprints: Fingerprints,
  passing: 'same' | 'changes',
  changed: number,
  { plan, secret, strictness, builtAt, sample }: Gatekeeping,
): YearRelease {
  const salt = before && passing === 'same' ? before.salt : nextSalt(secret, before?.salt ?? null, fingerprints)
  const answers = answersOf(plan, persons, { ...place, salt }, secret, strictness)
  const changes = before && passing === 'changes' ? [...before.changes, builtAt.toISOString()] : (before?.changes ?? [])
  return {
    outcome: passing === 'same' ? 'same' : before ? 'changed' : 'first',
    answers,
    changed,
    note: {
      instrument: plan.instrument.id,
      ...place,
      sample,
      salt,
      signature: plan.signature,
      changes,
      fingerprints,
      answers: packed(answers),
    },
  }
}
