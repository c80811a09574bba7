import type { Area } from './asi-columns.ts'

/** An answer: a number, null where it is missing, `'N'` where the question does not apply. */
type Answer = number | null | undefined | 'N'
export type Items = Readonly<Record<string, Answer>>

export interface CompositeScores {
  medical: number | null
  employment: number | null
  alcohol: number | null
  drug: number | null
  legal: number | null
  family: number | null
  psychiatric: number | null
}

/** Which score belongs to which area of the interview. */
export const SCORE_OF_AREA: Readonly<Record<Area, keyof CompositeScores>> = {
  fysisk: 'medical',
  arbete: 'employment',
  alkohol: 'alcohol',
  narkotika: 'drug',
  rattsligt: 'legal',
  familj: 'family',
  psykisk: 'psychiatric',
}

const SUBSTANCES =
  'heroin metadon andra_opiater barbiturater lugnande kokain amfetamin cannabis hallucinogener blandbruk'
    .split(' ')
    .map((name) => `${name}_dagar`)

const CONFLICTS = 'mor far syskon partner barn annan_slakt vanner grannar arbetskamrater'
  .split(' ')
  .map((name) => `konflikt_${name}`)

const SYMPTOMS = 'depression angest hallucinationer koncentration vald suicidtankar suicidforsok medicin'
  .split(' ')
  .map((name) => `psykisk_${name}`)

type Terms = readonly (readonly [names: readonly string[], divisor: number])[]

/** What each area's score adds up: the sum of the items over the divisor. */
const TERMS = {
  medical: [
    [['fysisk_dagar'], 90],
    [['fysisk_oro', 'fysisk_hjalpbehov'], 12],
  ],
  alcohol: [
    [['alkohol_anvandning_dagar', 'alkohol_berusning_dagar', 'alkohol_dagar'], 180],
    [['alkohol_oro', 'alkohol_hjalpbehov'], 24],
  ],
  drug: [
    [[...SUBSTANCES, 'narkotika_dagar'], 390],
    [['narkotika_oro', 'narkotika_hjalpbehov'], 52],
  ],
  legal: [
    [['rattsligt_vantar'], 5],
    [['rattsligt_dagar'], 150],
    [['rattsligt_oro', 'rattsligt_hjalpbehov'], 20],
  ],
  family: [
    [['familj_dagar'], 150],
    [['familj_oro', 'familj_hjalpbehov'], 20],
  ],
  psychiatric: [
    [SYMPTOMS, 11],
    [['psykisk_dagar'], 330],
    [['psykisk_oro', 'psykisk_hjalpbehov'], 44],
  ],
} satisfies Record<string, Terms>

/**
 * The seven composite scores of the Addiction Severity Index, 5th edition (McGahan et al. 1986), 0–1, higher = worse.
 *
 * Days are 0–30, worry and wish for help 0–4, money in kronor of the last 30 days. A score with any item missing is
 * null, never a partial one. Money terms are not capped: a score above 1 or below 0 is kept. Because money is in kronor
 * the scores with a money term (employment, alcohol, legal) must not be set beside foreign norms.
 *
 * @param items the answers by the extract's column names
 */
export function compositeScores(items: Items): CompositeScores {
  return {
    medical: weighted(items, TERMS.medical),
    employment: employment(items),
    alcohol: plus(weighted(items, TERMS.alcohol), money(items, 'alkohol_kostnad', 44)),
    drug: weighted(items, TERMS.drug),
    legal: plus(weighted(items, TERMS.legal), money(items, 'illegal_inkomst', 46)),
    family: family(items),
    psychiatric: weighted(items, TERMS.psychiatric),
  }
}

/** 1 − (licence/4 + car/4 + paid days/120 + ln(earnings + 1)/36); without a licence the car is not asked for. */
function employment(items: Items): number | null {
  const licence = number(items, 'korkort')
  const car = licence === 0 ? 0 : number(items, 'tillgang_bil')
  const days = number(items, 'arbete_betalda_dagar')
  const earnings = money(items, 'arbete_nettolon', 36)
  if (licence === null || car === null || days === null || earnings === null) return null
  return 1 - (licence / 4 + car / 4 + days / 120 + earnings)
}

function family(items: Items): number | null {
  const satisfied = number(items, 'familj_nojd_civilstand')
  const conflicts = conflictShare(items)
  const rest = weighted(items, TERMS.family)
  if (satisfied === null || conflicts === null || rest === null) return null
  return (2 - satisfied) / 10 + rest + conflicts / 5
}

/** Share of yes among the conflicts that apply; null when one is unanswered or none applies. */
function conflictShare(items: Items): number | null {
  const applying = CONFLICTS.filter((name) => items[name] !== 'N').map((name) => number(items, name))
  if (applying.length === 0 || applying.includes(null)) return null
  return applying.filter((answer) => answer === 1).length / applying.length
}

/** Σ (sum of the items ÷ divisor), null when any item is missing. */
function weighted(items: Items, terms: Terms): number | null {
  let score = 0
  for (const [names, divisor] of terms) {
    let sum = 0
    for (const name of names) {
      const answer = number(items, name)
      if (answer === null) return null
      sum += answer
    }
    score += sum / divisor
  }
  return score
}

function money(items: Items, name: string, divisor: number): number | null {
  const kronor = number(items, name)
  return kronor === null ? null : Math.log1p(kronor) / divisor
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}

function number(items: Items, name: string): number | null {
  const answer = items[name]
  return typeof answer === 'number' && Number.isFinite(answer) ? answer : null
}
