import { catalogue } from '../../data/catalogue/index.ts'
import type { Survey } from '../../data/model/survey.ts'
import type { UnitRow, ValueRow } from './home.ts'

const codes = catalogue().municipalities.map(({ code }) => code)
export const YEARS = [2017, 2018, 2019, 2020, 2021]

/** Hand-made values of a small release: every rule of an answer has a case in it. */
export function content(): ValueRow[] {
  return [
    ...surveys(),
    ...rates(),
    ...costs(),
    ...answers(),
    ...population(),
    ...own(),
    ...thin(),
    ...few(),
    ...bySexOnly(),
  ]
}

/** Two units of Solna, one of which is secret. */
export const OF_UNITS: UnitRow[] = [
  { unit: 'V1', name: 'Eken', indicator: 'U30452', municipality: '0184', period: 2021, value: 66.6666666 },
  {
    unit: 'V2',
    name: 'Asken',
    indicator: 'U30452',
    municipality: '0184',
    period: 2021,
    value: null,
    status: 'secrecy',
  },
]

/** A number 0…1 that follows from its seed and looks like chance. */
function spread(seed: number): number {
  const x = Math.sin(seed * 12.9898) * 43758.5453
  return x - Math.floor(x)
}

/** U30452, share, higher is better, base U30901: 25–80 answers; secrecy and missing; Solna rises every year; ties. */
function surveys(): ValueRow[] {
  const country = YEARS.map((period) => ({ indicator: 'U30452', municipality: '0000', period, value: 74.5 }))
  const solna = YEARS.flatMap((period) => survey('0184', period, 30 + 10 * (period - 2017), 400))
  const others = codes.flatMap((municipality, place) =>
    municipality === '0184' ? [] : YEARS.flatMap((period) => survey(municipality, period, ...drawn(place, period))),
  )
  return [...country, ...solna, ...others]
}

/** Has a share but nobody knows of how many. */
export const UNCOUNTED = '0191'

/** Share and base; every seventeenth place has secrecy or nothing. */
function drawn(place: number, period: number): [number | 'secrecy' | 'missing', number] {
  const n = 25 + Math.floor(spread(place + 7) * 55)
  if (place % 17 === 3) return [place % 2 ? 'secrecy' : 'missing', n]
  const share = 55 + 40 * spread(place * 31 + period)
  return [Math.round((100 * Math.round((share * n) / 100)) / n), n]
}

function survey(municipality: string, period: number, share: number | 'secrecy' | 'missing', n: number): ValueRow[] {
  const at = { municipality, period }
  const figures: ValueRow[] =
    typeof share === 'number'
      ? [
          { indicator: 'U30452', ...at, value: share },
          { indicator: 'U30452', ...at, sex: 'K', value: share - 1 },
        ]
      : [{ indicator: 'U30452', ...at, value: null, status: share }]
  return municipality === UNCOUNTED ? figures : [...figures, { indicator: 'U30901', ...at, value: n }]
}

/** U00958, rate per 100 000 with N01951 as base, lower is better, 2021 only. */
const rates = (): ValueRow[] =>
  ['0000', ...codes].map((municipality, place) => ({
    indicator: 'U00958',
    municipality,
    period: 2021,
    value: Math.round(40 * spread(place + 3) * 100) / 100,
  }))

/** N30101, amount, neutral, no base; one value revised since it was first loaded, one negative. */
const costs = (): ValueRow[] =>
  codes.flatMap((municipality, place) =>
    YEARS.map((period): ValueRow => {
      const value = Math.round((3000 + 2000 * spread(place * 7) + 300 * spread(place * 7 + period)) * 1e6) / 1e6
      if (municipality === '0180' && period === 2021) {
        const previous = { value: value - 1.5, status: null, loadedAt: '2025-05-05T05:05:05.000Z' }
        return { indicator: 'N30101', municipality, period, value, previous }
      }
      return { indicator: 'N30101', municipality, period, value: municipality === '2584' ? -12.25 : value }
    }),
  )

const answers = (): ValueRow[] =>
  codes.map((municipality, place) => ({
    indicator: 'U28490',
    municipality,
    period: 2021,
    value: place % 3 === 0 ? 0 : 1,
  }))

/** All inhabitants, and those aged 18 and over: only the first says what sort of place it is, the other is but a base. */
const population = (): ValueRow[] =>
  catalogue().municipalities.flatMap(({ code, population: value }) => [
    { indicator: 'N01951', municipality: code, period: 2021, value },
    { indicator: 'N02104', municipality: code, period: 2021, value: Math.round(0.8 * value) },
  ])

/** A figure that municipalities bring themselves, with numerator and denominator. */
const own = (): ValueRow[] =>
  codes.slice(0, 12).map((municipality, place) => ({
    indicator: 'LOKAL_1',
    municipality,
    period: 2021,
    value: Math.round((100 * (place + 3)) / 40),
    numerator: place + 3,
    denominator: 40,
    source: 'indicators',
  }))

/** N31814: nearly all have 2019, only three have 2021. */
const thin = (): ValueRow[] => [
  ...codes.map((municipality, place) => ({
    indicator: 'N31814',
    municipality,
    period: 2019,
    value: 20 + (place % 40),
  })),
  ...['0114', '0184', '0180'].map((municipality) => ({
    indicator: 'N31814',
    municipality,
    period: 2021,
    value: 33.125,
  })),
]

/** U33577: a survey that 80 of the municipalities take part in, years apart; once, long ago, all did. */
const few = (): ValueRow[] => [
  ...codes.map((municipality) => ({ indicator: 'U33577', municipality, period: 2008, value: 70 })),
  ...[2014, 2018, 2022].flatMap((period) =>
    codes.slice(0, 80).map((municipality, place) => ({
      indicator: 'U33577',
      municipality,
      period,
      value: 60 + ((place + period) % 30),
    })),
  ),
]

/** N33817 is published for women and men, never together; the country has a figure in one more year. */
const bySexOnly = (): ValueRow[] => [
  ...(['K', 'M'] as const).flatMap((sex) =>
    codes.slice(100).map((municipality) => ({ indicator: 'N33817', municipality, period: 2020, sex, value: 2.5 })),
  ),
  { indicator: 'N33817', municipality: '0000', period: 2021, sex: 'K', value: 2.4 },
]

const text = (sv: string) => ({ sv, en: sv })

/** Definition of the figure that municipalities bring themselves; its title begins as a formula would. */
export const LOCAL = {
  ...catalogue().indicatorById.get('U30452')!,
  id: 'LOKAL_1',
  title: text('=SUM(A1) egen indikator'),
  short: text('Egen indikator'),
  denominator: null,
  source: 'Egna uppgifter' as const,
}

/** A question to managers, of two municipalities and of all together; its title begins as a formula would. */
export const ASKED: Survey[] = [null, '0184', '0186'].map((municipality, at) => ({
  question: 'stod',
  title: '=Har ni stöd?',
  answerers: 'managers',
  period: 2024,
  municipality,
  grades: ['Nej', 'Delvis', 'Ja'].map((name, value) => ({ value, name })),
  counts: [
    [2, 3, 6],
    [0, 1, 3],
    [1, 1, 0],
  ][at]!,
  asked: [14, 4, null][at]!,
}))

/** The source's own words on an indicator, made up here. */
export const PUBLISHED: [string, string, string, string] = [
  'N30101',
  'Källans titel',
  'Källans beskrivning',
  '2027-08-28',
]
