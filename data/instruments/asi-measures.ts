import type { Localized } from '../model/localized.ts'
import { AREAS } from './asi-columns.ts'
import { type Derivation, type Direction, type InterviewKind, inWords, type Measure, type Step } from './definition.ts'

type AreaTitle = { id: string; title: Localized }

/** What is measured in an area as a number: its scale, and how it is called. */
const READINGS = [
  {
    id: 'skattning',
    max: 9,
    sv: 'intervjuarens skattning',
    en: 'interviewer’s rating',
    unit: inWords('steg 0–9', 'steps 0–9'),
  },
  { id: 'oro', max: 4, sv: 'klientens oro', en: 'client’s worry', unit: inWords('steg 0–4', 'steps 0–4') },
  {
    id: 'hjalpbehov',
    max: 4,
    sv: 'klientens önskan om hjälp',
    en: 'client’s wish for help',
    unit: inWords('steg 0–4', 'steps 0–4'),
  },
  {
    id: 'dagar',
    max: 30,
    sv: 'dagar med problem',
    en: 'days with problems',
    unit: inWords('dagar av 30', 'days of 30'),
  },
  { id: 'sammanvagt', max: 1, sv: 'sammanvägt mått', en: 'composite score', unit: inWords('0–1', '0–1') },
] as const

/** The two interviews of a person. */
const INTERVIEWS = [
  { suffix: 'grund', kind: 'baseline', when: inWords('vid grundintervjun', 'at baseline') },
  { suffix: 'uppfoljning', kind: 'followup', when: inWords('vid uppföljningen', 'at follow-up') },
] as const

/** Bands of the interviewer's rating. */
const BANDS: Step[] = [
  { id: '0-1', title: inWords('Inget problem', 'No problem'), from: 0, to: 1 },
  { id: '2-3', title: inWords('Lätt problem', 'Slight problem'), from: 2, to: 3 },
  { id: '4-5', title: inWords('Måttligt problem', 'Moderate problem'), from: 4, to: 5 },
  { id: '6-7', title: inWords('Påtagligt problem', 'Considerable problem'), from: 6, to: 7 },
  { id: '8-9', title: inWords('Extremt problem', 'Extreme problem'), from: 8, to: 9 },
]

const MODERATE = 4
const PROBLEM_FREE = 1
const STEPS_OF_CHANGE = 2

/**
 * What a reliable change of the rating is taken to be (Jacobson & Truax 1991): the interviewers' agreement reported for
 * the severity ratings (McLellan et al. 1985, mean .89), and a spread of 2.5 steps at baseline. Both are assumptions, fixed
 * here so that one municipality's figures do not move with another's.
 */
const RELIABLE = reliable(0.89, 2.5)

function reliable(reliability: number, sdBaseline: number): NonNullable<Measure['assumes']> {
  const threshold = 1.96 * sdBaseline * Math.sqrt(2 * (1 - reliability))
  return { reliability, sdBaseline, threshold: Math.round(threshold * 1e6) / 1e6 }
}

const MONEY_NOTE = inWords(
  'Måttet räknas med kronor och får inte jämföras med utländska normer.',
  'The score is computed with kronor and must not be set beside foreign norms.',
)

const percent = inWords('procent', 'per cent')

function share(
  id: string,
  title: Localized,
  direction: Direction,
  interview: InterviewKind,
  derivation: Derivation,
): Measure {
  return { id, title, kind: 'share', scale: { min: 0, max: 100 }, direction, unit: percent, interview, derivation }
}

const titled = (area: AreaTitle, sv: string, en: string): Localized =>
  inWords(`${area.title.sv}: ${sv}`, `${area.title.en}: ${en}`)

const noteOf = (area: AreaTitle, reading: string): Pick<Measure, 'note'> =>
  reading === 'sammanvagt' && ['arbete', 'alkohol', 'rattsligt'].includes(area.id) ? { note: MONEY_NOTE } : {}

/** Means at baseline and at follow-up, change within the person, and both ends of that change. */
function readingMeasures(area: AreaTitle): Measure[] {
  return READINGS.flatMap(({ id, max, sv, en, unit }): Measure[] => {
    const column = `${area.id}_${id}`
    const mean = (
      suffix: string,
      when: Localized,
      interview: InterviewKind,
      derivation: Derivation,
      min = 0,
    ): Measure => ({
      id: `${column}_${suffix}`,
      title: titled(area, `${sv} ${when.sv}`, `${en} ${when.en}`),
      kind: 'mean',
      scale: { min, max },
      direction: 'lower',
      unit,
      interview,
      derivation,
      ...noteOf(area, id),
    })
    const before = { column, at: 'before' } as const
    const after = { column, at: 'after' } as const
    return [
      ...INTERVIEWS.map(({ suffix, kind, when }) => mean(suffix, when, kind, { value: { column } })),
      mean('forandring', inWords('förändring', 'change'), 'change', { value: after, minus: before }, -max),
      mean('fore', inWords('före, de uppföljda', 'before, those followed up'), 'change', { value: before }),
      mean('efter', inWords('efter, de uppföljda', 'after, those followed up'), 'change', { value: after }),
    ]
  })
}

/** Shares and bands of the rating at either interview. */
function ratingMeasures(area: AreaTitle): Measure[] {
  const value = { column: `${area.id}_skattning` }
  return INTERVIEWS.flatMap(({ suffix, kind, when }): Measure[] => [
    share(
      `${area.id}_skattning_minst_${MODERATE}_${suffix}`,
      titled(area, `måttligt problem eller mer ${when.sv}`, `moderate problem or more ${when.en}`),
      'lower',
      kind,
      { value, test: { atLeast: MODERATE } },
    ),
    share(
      `${area.id}_problemfria_${suffix}`,
      titled(area, `problemfria ${when.sv}`, `problem-free ${when.en}`),
      'higher',
      kind,
      { value, test: { atMost: PROBLEM_FREE } },
    ),
    {
      id: `${area.id}_skattning_fordelning_${suffix}`,
      title: titled(area, `skattningens fördelning ${when.sv}`, `distribution of the rating ${when.en}`),
      kind: 'distribution',
      scale: { min: 0, max: 9 },
      direction: 'neutral',
      unit: percent,
      interview: kind,
      derivation: { value },
      steps: BANDS,
    },
  ])
}

/** Improved, unchanged, worsened: by steps of the rating, and by reliable change. A lower rating is better. */
function outcomeMeasures(area: AreaTitle): Measure[] {
  const column = `${area.id}_skattning`
  const outcome = (threshold: number, suffix: string, how: Localized, inside: number): Measure[] => {
    const one = (id: string, word: Localized, direction: Direction, test: Derivation['test']): Measure =>
      share(
        `${area.id}_${id}${suffix}`,
        titled(area, `${word.sv}${how.sv}`, `${word.en}${how.en}`),
        direction,
        'change',
        {
          value: { column, at: 'after' },
          minus: { column, at: 'before' },
          ...(test && { test }),
        },
      )
    return [
      one('forbattrade', inWords('förbättrade', 'improved'), 'higher', { atMost: -threshold }),
      one('oforandrade', inWords('oförändrade', 'unchanged'), 'neutral', { between: [-inside, inside] }),
      one('forsamrade', inWords('försämrade', 'worsened'), 'lower', { atLeast: threshold }),
    ]
  }
  const steps = outcome(STEPS_OF_CHANGE, '', inWords(' (minst 2 steg)', ' (by 2 steps or more)'), STEPS_OF_CHANGE - 1)
  // Ratings are whole, so everything short of the threshold lies at or under the whole number below it.
  const within = Math.ceil(RELIABLE.threshold) - 1
  const reliably = outcome(RELIABLE.threshold, '_rci', inWords(' (säker förändring)', ' (reliable change)'), within)
  return [...steps, ...reliably.map((measure) => ({ ...measure, assumes: RELIABLE }))]
}

function persons(suffix: string, title: Localized, interview: InterviewKind): Measure {
  return {
    id: `personer_${suffix}`,
    title,
    kind: 'count',
    scale: { min: 0, max: Number.MAX_SAFE_INTEGER },
    direction: 'neutral',
    unit: inWords('personer', 'persons'),
    interview,
    derivation: { value: 'person' },
  }
}

/** Every figure offered from ASI. */
export const ASI_MEASURES: Measure[] = [
  persons('grund', inWords('Personer med grundintervju', 'Persons with a baseline'), 'baseline'),
  persons('uppfoljning', inWords('Personer med uppföljning', 'Persons with a follow-up'), 'followup'),
  share(
    'uppfoljda',
    inWords('Uppföljda av grundintervjuade', 'Followed up of those with a baseline'),
    'higher',
    'baseline',
    {
      value: 'followedUp',
      test: { atLeast: 1 },
    },
  ),
  ...AREAS.flatMap((area) => [...readingMeasures(area), ...ratingMeasures(area), ...outcomeMeasures(area)]),
]
