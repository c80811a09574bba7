import type { CompareAnswer } from '../../../../data/model/answers/compare.ts'
import type { TrendAnswer } from '../../../../data/model/answers/trend.ts'
import { compareFinding } from '../../../../data/model/findings/compare.ts'
import { groupTrendFinding } from '../../../../data/model/findings/group-trend.ts'
import { mapFinding } from '../../../../data/model/findings/map.ts'
import { rankedFinding } from '../../../../data/model/findings/ranked.ts'
import { ownGapSentence, sexesFinding } from '../../../../data/model/findings/sexes.ts'
import { distributionFinding, spreadFinding } from '../../../../data/model/findings/spread.ts'
import { differsSentence, missingSentence, movedSentence } from '../../../../data/model/findings/standout.ts'
import { trendFinding, zoneSentence } from '../../../../data/model/findings/trend.ts'
import type { Lang } from '../../../../data/model/numbers.ts'
import { aboutOf, answerOf, GROUPS, KINDS, type KindId, REFERENCES } from './situations.ts'

type Said = readonly [maker: string, sentence: string]

const kinds = Object.keys(KINDS) as KindId[]
const [everyone, nordvast] = REFERENCES as [(typeof REFERENCES)[number], (typeof REFERENCES)[number]]

/** Every sentence of a page that compares, for every kind of figure in every kind of group. */
function* comparing(lang: Lang): Generator<[string, Said[]]> {
  for (const id of kinds) {
    for (const [size, steps] of Object.entries(GROUPS)) {
      const group = answerOf(id, steps, nordvast)
      const lead = compareFinding(answerOf(id, steps, everyone), '0', lang, group, {
        populationOf: (code) => 10_000 * (1 + Number(code)),
      })
      yield [`${id}, ${size}`, saidOf(group, lead, lang)]
    }
  }
}

function saidOf(group: CompareAnswer, lead: { title: string; explanation: string }, lang: Lang): Said[] {
  const members = group.rows.map(({ municipality }) => municipality)
  return [
    ['lead', lead.title],
    ['', lead.explanation],
    ['ranked', rankedFinding(group, '0', lang)],
    ['spread', spreadFinding(group, lang)],
    ['distribution', distributionFinding(group, lang)],
    ['map', mapFinding(group, { ...nordvast, members }, lang)],
  ]
}

/** The same figure in groups of every name, and of women and of men. */
function* naming(lang: Lang): Generator<[string, Said[]]> {
  const steps = GROUPS['of eight, third']!
  for (const reference of REFERENCES) {
    const group = answerOf('share', steps, reference)
    yield [reference.id, saidOf(group, compareFinding(group, '0', lang, group), lang)]
  }
  for (const id of ['share', 'neutral', 'cost'] as const) {
    for (const sex of ['K', 'M'] as const) {
      const group = answerOf(id, steps, nordvast, { sex })
      yield [`${id}, ${sex}`, saidOf(group, compareFinding(group, '0', lang, group), lang)]
    }
  }
}

const KNOWN = {
  'stated, clear': { lower: 1, upper: 1, rankLower: 1, rankUpper: 4 },
  'stated, may be chance': { lower: 9, upper: 9, rankLower: 1, rankUpper: 8 },
  'stated, one place': { lower: 1, upper: 1, rankLower: 3, rankUpper: 3 },
  'measured, clear': { margin: 1 },
  'measured, no more than usual': { margin: 30 },
  unknown: {},
} as const

/** The same difference, on everything that a claim can rest on. */
function* resting(lang: Lang): Generator<[string, Said[]]> {
  for (const [rest, known] of Object.entries(KNOWN)) {
    const group = answerOf('share', GROUPS['of eight, third']!, nordvast, { known })
    yield [rest, saidOf(group, compareFinding(group, '0', lang, group), lang)]
    const two = answerOf('share', GROUPS['of two, lower']!, nordvast, { known })
    yield [`${rest}, of two`, [['ranked', rankedFinding(two, '0', lang)]]]
  }
}

const PATHS: Readonly<Record<string, readonly (number | null)[]>> = {
  risen: [1, 2, 3, 3, 4],
  fallen: [4, 3, 3, 2, 1],
  still: [2, 3, 1, 2, 2],
  'one year': [null, null, null, null, 2],
  'a gap': [1, null, 3, null, 4],
  'ended before the others': [1, 2, 3, null, null],
  none: [null, null, null, null, null],
}

function trendOf(id: KindId, path: readonly (number | null)[], sex: 'T' | 'K', margin: number | null): TrendAnswer {
  const value = (step: number | null) => (step === null ? null : answerOf(id, [step], nordvast).rows[0]!.value)
  const periods = path.map((_, index) => 2020 + index)
  const points = periods.map((period, index) => ({
    ...{ period, value: value(path[index]!), status: null, n: null, lower: null, upper: null },
  }))
  const uncertainty = margin === null ? 'unknown' : 'measured'
  const [q1, median, q3] = [value(1), value(2), value(3)]
  return {
    indicator: id,
    sex,
    about: aboutOf(id),
    series: [
      { municipality: '0', name: 'Gotland', recentTrend: null, uncertainty, margin, points },
      {
        municipality: '1',
        name: 'Solna',
        recentTrend: null,
        uncertainty,
        margin,
        points: [...points].reverse().map((one, i) => ({ ...one, period: 2020 + i })),
      },
    ],
    referenceGroup: everyone,
    reference: periods.map((period, index) => ({
      ...{ period, count: 290, mean: median, q1, q3, country: null },
      median: index === 0 ? value(0) : median,
    })),
    source: '',
    processing: '',
    release: '',
    sample: false,
  }
}

/** What happened, for every kind of figure on every kind of path. */
function* moving(lang: Lang): Generator<[string, Said[]]> {
  const group = { ...nordvast, members: ['0', '1'] }
  for (const id of kinds) {
    for (const [path, steps] of Object.entries(PATHS)) {
      const trend = trendOf(id, steps, 'T', null)
      yield [
        `${id}, ${path}`,
        [
          ['trend', trendFinding(trend, '0', lang)],
          ['zone', zoneSentence(trend, '0', lang)],
          ['group', groupTrendFinding(trend, group, lang)],
        ],
      ]
    }
  }
  for (const path of ['risen', 'fallen', 'still'] as const) {
    const sure = trendOf('share', PATHS[path]!, 'T', 0.5)
    yield [
      `share, ${path}, beyond what is usual`,
      [
        ['trend', trendFinding(sure, '0', lang)],
        ['group', groupTrendFinding(sure, group, lang)],
      ],
    ]
  }
  const women = trendOf('share', PATHS.risen!, 'K', 40)
  yield [
    'share, of women, no more than usual',
    [
      ['trend', trendFinding(women, '0', lang)],
      ['zone', zoneSentence(women, '0', lang)],
      ['group', groupTrendFinding(women, group, lang)],
    ],
  ]
}

/** Women and men, girls and boys, in one municipality, in few and in many. */
function* apart(lang: Lang): Generator<[string, Said[]]> {
  const many = Array.from({ length: 118 }, (_, index) => index % 2)
  const pairs: Record<string, [(number | null)[], (number | null)[]]> = {
    'women higher': [
      [3, 3, 3],
      [1, 2, 1],
    ],
    'men higher': [
      [1, 1, 1],
      [2, 2, 2],
    ],
    one: [[3], [1]],
    'one, level': [[2], [2]],
    neither: [[null], [2]],
    '59 of 118': [many, many.map((step) => 1 - step)],
  }
  for (const id of ['share', 'neutral', 'mean'] as const) {
    for (const [which, [hers, his]] of Object.entries(pairs)) {
      const [women, men] = [answerOf(id, hers, everyone, { sex: 'K' }), answerOf(id, his, everyone, { sex: 'M' })]
      yield [
        `${id}, ${which}`,
        [
          ['sexes', sexesFinding(women, men, lang)],
          ['own', ownGapSentence(women, men, '0', lang)],
        ],
      ]
    }
  }
  const doubtful = { known: { margin: 50 } }
  const [women, men] = [answerOf('share', [3], everyone, doubtful), answerOf('share', [1], everyone, doubtful)]
  yield ['share, one, may be chance', [['own', ownGapSentence(women, men, '0', lang)]]]
}

/** What stands out, for every kind of figure. */
function* standing(lang: Lang): Generator<[string, Said[]]> {
  for (const id of kinds.filter((kind) => !['yesno', 'grade', 'scale', 'count'].includes(kind))) {
    const [low, high] = [answerOf(id, [0], nordvast).rows[0]!.value!, answerOf(id, [6], nordvast).rows[0]!.value!]
    const about = aboutOf(id)
    const found = {
      name: 'Gotland',
      about,
      period: 2024,
      value: high,
      median: low,
      reference: nordvast,
      rank: 8,
      of: 8,
    }
    const moved = {
      name: 'Gotland',
      about,
      from: 2020,
      to: 2024,
      before: low,
      value: high,
      side: null,
      recentTrend: null,
    }
    const missing = { name: 'Gotland', about, period: 2024, status: 'secrecy', referenceCount: 7 }
    yield [
      id,
      [
        ['differs', differsSentence(found, lang)],
        ['differs', differsSentence({ ...found, value: low, median: high, reference: everyone }, lang)],
        ['differs', differsSentence({ ...found, of: 2 }, lang)],
        ['moved', movedSentence({ ...moved, side: about.direction === 'neutral' ? null : 'worse' }, lang)],
        ['moved', movedSentence({ ...moved, before: high, value: low }, lang)],
        ['missing', missingSentence(missing, lang)],
        ['missing', missingSentence({ ...missing, referenceCount: 1, other: { period: 2019, value: low } }, lang)],
      ],
    ]
  }
}

export const CHAPTERS = { comparing, naming, resting, moving, apart, standing }
