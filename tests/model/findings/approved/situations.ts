import type { CompareAnswer, CompareRow } from '../../../../data/model/answers/compare.ts'
import type { About } from '../../../../data/model/answers/figure.ts'
import { bands, quantile, ranks } from '../../../../data/stats/index.ts'

const base = { area: 'ifo', sub: null, children: false, grades: null, ended: null }
const grades = [
  { value: 0, name: 'Underskott' },
  { value: 1, name: 'Balans' },
  { value: 2, name: 'Överskott' },
]

/** One indicator of every kind, with names that are easy to trip over in a sentence. */
export const KINDS = {
  share: { short: 'Försörjningshinder: arbetslöshet', kind: 'share', unit: '%', direction: 'lower', decimals: 1 },
  neutral: {
    short: 'Placerade enligt LVU',
    kind: 'share',
    unit: '%',
    direction: 'neutral',
    decimals: 1,
    children: true,
  },
  rate: { short: 'Vräkningar', kind: 'rate', unit: 'per 100 000 inv', direction: 'lower', decimals: 1 },
  mean: { short: 'Väntetid till beslut', kind: 'mean', unit: 'dagar', direction: 'lower', decimals: 0, ended: 2024 },
  cost: { short: 'Kostnad barn och unga', kind: 'amount', unit: 'kr/inv', direction: 'neutral', decimals: 0 },
  deviation: { short: 'Nettokostnadsavvikelse IFO', kind: 'amount', unit: '%', direction: 'neutral', decimals: 1 },
  count: { short: 'Socialsekreterare', kind: 'count', unit: 'antal', direction: 'neutral', decimals: 0 },
  yesno: { short: 'Uppsökande verksamhet', kind: 'yesno', unit: 'ja/nej', direction: 'higher', decimals: 0 },
  grade: {
    short: 'Bostadsmarknadsläge',
    kind: 'ordinal',
    unit: 'skala 0–2',
    direction: 'neutral',
    decimals: 0,
    grades,
  },
  scale: { short: 'Sorteringsnyckel', kind: 'ordinal', unit: 'skala 1–8', direction: 'neutral', decimals: 0 },
  index: { short: 'Effektivitetsindex', kind: 'index', unit: 'index 0–100', direction: 'higher', decimals: 1 },
} as const

export type KindId = keyof typeof KINDS

export const aboutOf = (id: KindId): About => {
  const kind = KINDS[id]
  return { ...base, indicator: id, title: kind.short, ...kind, grades: 'grades' in kind ? [...kind.grades] : null }
}

/** What a step is worth, and where the values begin. */
const SCALES: Record<KindId, { from: number; step: number }> = {
  share: { from: 20, step: 1.5 },
  neutral: { from: 20, step: 1.5 },
  rate: { from: 10, step: 3 },
  mean: { from: 9, step: 2 },
  cost: { from: 3900, step: 311 },
  deviation: { from: -8, step: 3.2 },
  count: { from: 4, step: 9 },
  yesno: { from: 0, step: 1 },
  grade: { from: 0, step: 1 },
  scale: { from: 2, step: 1 },
  index: { from: 30, step: 4.5 },
}

const valueAt = (id: KindId, step: number): number => {
  const { from, step: width } = SCALES[id]
  if (id === 'yesno') return step > 0 ? 1 : 0
  if (id === 'grade') return Math.min(2, step)
  return from + width * step
}

/** Steps of a group's members, the own municipality first; null is missing. */
export const GROUPS: Readonly<Record<string, readonly (number | null)[]>> = {
  alone: [2],
  'alone, the others missing': [2, null, null],
  'of two, lower': [0, 3],
  'of two, level': [2, 2],
  'of three, in the middle': [1, 0, 2],
  'of eight, lowest': [0, 1, 2, 3, 4, 5, 6, 7],
  'of eight, highest': [7, 0, 1, 2, 3, 4, 5, 6],
  'of eight, third': [2, 0, 1, 3, 4, 5, 6, 7],
  'of eight, sharing a place': [4, 0, 1, 2, 3, 4, 5, 6],
  'of eight, sharing the lowest': [0, 0, 0, 0, 4, 5, 6, 7],
  'of eight, all alike': [1, 1, 1, 1, 1, 1, 1, 1],
  'of eight, missing': [null, 0, 1, 2, 3, 4, 5, 6],
  'of none': [null, null, null],
}

const NAMES = ['Gotland', 'Solna', 'Ekerö', 'Borås', 'Orust', 'Täby', 'Åre', 'Lund']

type Group = { id: string; name: string }

export const REFERENCES: readonly Group[] = [
  { id: 'all', name: 'Alla kommuner' },
  { id: 'fou-nordvast', name: 'FoU Nordväst' },
  { id: 'county-12', name: 'Skåne län' },
  { id: 'skane', name: 'Skånes kommuner' },
  { id: 'skr-A2', name: 'Pendlingskommuner nära storstad' },
  { id: '0184,0980', name: 'Eget urval (2)' },
  { id: 'similar-G1', name: 'Liknande kommuner, IFO, Gotland, 2024' },
]

const bestOf = (known: readonly number[], direction: string) => {
  const best = direction === 'lower' ? Math.min(...known) : Math.max(...known)
  return direction === 'neutral' || known.length === 0
    ? null
    : { count: known.filter((value) => value === best).length, of: known.length }
}

/** The answer of a group whose first member is the own municipality. */
export function answerOf(
  id: KindId,
  steps: readonly (number | null)[],
  group: Group,
  more: Partial<Pick<CompareAnswer, 'sex' | 'comparedWith'>> & {
    known?: Partial<CompareRow>
  } = {},
): CompareAnswer {
  const about = aboutOf(id)
  const values = steps.map((step) => (step === null ? null : valueAt(id, step)))
  const known = values.filter((value) => value !== null)
  const [placed, banded] = [ranks(values, about.direction), bands(values, about.direction)]
  const at = (p: number) => quantile(known, p)
  return {
    indicator: id,
    period: 2024,
    sex: more.sex ?? 'T',
    about,
    comparedWith: more.comparedWith ?? 'median',
    best: bestOf(known, about.direction),
    reference: {
      ...group,
      count: known.length,
      missing: values.length - known.length,
      mean: at(0.5),
      median: at(0.5),
      q1: at(0.25),
      q3: at(0.75),
      min: at(0),
      max: at(1),
      country: null,
    },
    rows: values.map((value, index) => ({
      municipality: String(index),
      name: NAMES[index] ?? `Kommun ${index}`,
      value,
      status: value === null ? 'missing' : null,
      n: null,
      lower: null,
      upper: null,
      difference: null,
      comparison: null,
      rank: placed[index]!,
      of: known.length,
      rankLower: null,
      rankUpper: null,
      band: banded[index]!,
      uncertainty: 'unknown' as const,
      margin: null,
      other: value === null ? { period: 2019, value: 1 } : null,
      loadedAt: null,
      revised: null,
      ...(index === 0 && value !== null ? rangeOf(value, more.known) : {}),
    })),
    source: 'Kolada',
    processing: 'Egen bearbetning',
    release: 'r',
    sample: false,
  }
}

/** The limits of what is known of the own value, given as distances from it. */
function rangeOf(value: number, known: Partial<CompareRow> | undefined) {
  if (!known) return {}
  const { lower, upper, ...rest } = known
  return {
    ...rest,
    ...(lower == null || upper == null ? {} : { lower: value - lower, upper: value + upper }),
  }
}
