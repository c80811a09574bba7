import type { Localized } from '../model/localized.ts'
import { type Derivation, type Direction, type InterviewKind, inWords, type Measure } from './definition.ts'
import { ANSWERING_AGES, RATINGS, RESPONDENTS } from './ubu-columns.ts'

interface Occasion {
  suffix: 'arlig' | 'avslut'
  kind: InterviewKind
  when: Localized
}

const OCCASIONS: Occasion[] = [
  { suffix: 'arlig', kind: 'yearly', when: inWords('årlig uppföljning', 'yearly follow-up') },
  { suffix: 'avslut', kind: 'closing', when: inWords('avslut', 'closing') },
]

const percent = inWords('procent', 'per cent')
const steps = inWords('steg 1–5', 'steps 1–5')
const GOOD = 4
const TALKS = 4

type Draft = Omit<Measure, 'interview' | 'id'> & { stem: string }

const share = (stem: string, title: Localized, direction: Direction, derivation: Derivation): Draft => ({
  stem,
  title,
  kind: 'share',
  scale: { min: 0, max: 100 },
  direction,
  unit: percent,
  derivation,
})

const mean = (
  stem: string,
  title: Localized,
  direction: Direction,
  unit: Localized,
  scale: Measure['scale'],
  derivation: Derivation,
): Draft => ({
  stem,
  title,
  kind: 'mean',
  scale,
  direction,
  unit,
  derivation,
})

const yes = { atLeast: 1 }

const SITUATION: Draft[] = [
  {
    stem: 'personer',
    title: inWords('Barn och unga', 'Children and young people'),
    kind: 'count',
    scale: { min: 0, max: Number.MAX_SAFE_INTEGER },
    direction: 'neutral',
    unit: inWords('personer', 'persons'),
    derivation: { value: 'person' },
  },
  mean(
    'manader_i_insats',
    inWords('Månader i insatsen', 'Months in the intervention'),
    'neutral',
    inWords('månader', 'months'),
    { min: 0, max: 252 },
    { value: { column: 'manader_i_insats' } },
  ),
  mean(
    'omplaceringar',
    inWords('Omplaceringar', 'Moves between placements'),
    'lower',
    inWords('omplaceringar', 'moves'),
    { min: 0, max: 20 },
    { value: { column: 'omplaceringar' } },
  ),
  share(
    'skolgang_enligt_plan',
    inWords('Skolgång enligt plan, av barn i skolålder', 'School as planned, of children of school age'),
    'higher',
    {
      value: { column: 'skolgang' },
      test: { is: ['enligt_plan'] },
      among: { column: 'skolgang', test: { is: ['enligt_plan', 'delvis', 'ej'] } },
    },
  ),
  share(
    'lakarundersokning',
    inWords('Läkarundersökning senaste 12 månaderna', 'Medical check, last 12 months'),
    'higher',
    {
      value: { column: 'lakarundersokning' },
      test: yes,
    },
  ),
  share('tandvard', inWords('Tandvård senaste 12 månaderna', 'Dental care, last 12 months'), 'higher', {
    value: { column: 'tandvard' },
    test: yes,
  }),
  share(
    'genomforandeplan',
    inWords('Genomförandeplan senaste 12 månaderna', 'Implementation plan, last 12 months'),
    'higher',
    {
      value: { column: 'genomforandeplan' },
      test: yes,
    },
  ),
  share(
    'samtal_minst_4',
    inWords(
      'Minst 4 enskilda samtal med barnet senaste 12 månaderna',
      'At least 4 talks with the child alone, last 12 months',
    ),
    'higher',
    {
      value: { column: 'samtal_barn' },
      test: { atLeast: TALKS },
    },
  ),
  share(
    'barn_intervjuat',
    inWords('Barnet intervjuat, av barn från 7 år', 'Child interviewed, of children from 7 years'),
    'higher',
    {
      value: { column: 'barn_intervjuat' },
      test: yes,
      among: { column: 'aldersgrupp', test: { is: ANSWERING_AGES } },
    },
  ),
  share('vardnadshavare_intervjuad', inWords('Vårdnadshavaren intervjuad', 'Guardian interviewed'), 'higher', {
    value: { column: 'vardnadshavare_intervjuad' },
    test: yes,
  }),
]

const ANSWERS: Draft[] = RESPONDENTS.flatMap((respondent) =>
  RATINGS.flatMap((rating) => {
    const column = `${respondent.id}_${rating.id}`
    const about = inWords(
      `${respondent.title.sv} om ${rating.title.sv}`,
      `${respondent.title.en} on ${rating.title.en}`,
    )
    return [
      mean(column, about, 'higher', steps, { min: 1, max: 5 }, { value: { column } }),
      share(`${column}_4_5`, inWords(`${about.sv}: 4 eller 5`, `${about.en}: 4 or 5`), 'higher', {
        value: { column },
        test: { atLeast: GOOD },
      }),
    ]
  }),
)

const GAPS: Draft[] = RATINGS.map((rating) =>
  mean(
    `glapp_${rating.id}`,
    inWords(
      `Barnets skattning minus socialsekreterarens: ${rating.title.sv}`,
      `Child’s rating minus social worker’s: ${rating.title.en}`,
    ),
    'neutral',
    inWords('steg', 'steps'),
    { min: -4, max: 4 },
    { value: { column: `barn_${rating.id}` }, minus: { column: `socialsekreterare_${rating.id}` } },
  ),
)

/** Only a closing follow-up can tell how something ended. */
const ENDINGS: Draft[] = [
  share('oplanerat_avslut', inWords('Oplanerat avslut, av avslutade', 'Unplanned ending, of those ended'), 'lower', {
    value: { column: 'avslut_sort' },
    test: { is: ['oplanerat'] },
    among: { column: 'avslut_sort', test: { is: ['planerat', 'oplanerat'] } },
  }),
]

function measure({ stem, ...draft }: Draft, { suffix, kind, when }: Occasion): Measure {
  const title = inWords(`${draft.title.sv} (${when.sv})`, `${draft.title.en} (${when.en})`)
  return { id: `${stem}_${suffix}`, ...draft, title, interview: kind }
}

/** Every figure offered from UBU. */
export const UBU_MEASURES: Measure[] = OCCASIONS.flatMap((occasion) =>
  [...SITUATION, ...(occasion.suffix === 'avslut' ? ENDINGS : []), ...ANSWERS, ...GAPS].map((draft) =>
    measure(draft, occasion),
  ),
)
