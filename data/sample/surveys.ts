import { type Survey, surveyId } from '../model/survey.ts'
import { randomFrom } from './random.ts'

const SCALE = ['Nej', 'Till liten del', 'Till stor del', 'Ja']

type Asked = { question: string; title: string; leaning: readonly number[] }

/** Questions as a research and development unit asks them, and how likely each grade is. */
const QUESTIONS: readonly Asked[] = [
  {
    question: 'enkat_anvands',
    title: 'Används öppna jämförelser när verksamheten planeras?',
    leaning: [0.15, 0.4, 0.35, 0.1],
  },
  {
    question: 'enkat_stod',
    title: 'Får cheferna det stöd de behöver för att tolka siffrorna?',
    leaning: [0.1, 0.3, 0.4, 0.2],
  },
]
const ASKED = 12

/** A question to clients of the municipalities of FoU Nordväst, some of which have too few to be shown. */
const OF_CLIENTS: Asked = {
  question: 'enkat_klient_hjalp',
  title: 'Har du fått den hjälp du behöver?',
  leaning: [0.08, 0.22, 0.4, 0.3],
}
const CLIENTS_IN: Readonly<Record<string, number>> = {
  ...{ '0114': 64, '0115': 38, '0123': 88, '0125': 22, '0139': 31, '0163': 74, '0183': 46, '0184': 52, '0191': 4 },
}
const ANSWERING = 0.7

/** Invented answers of ten managers or so to a few questions, everyone together, and of clients to one. Same seed, same answers. */
export function sampleSurveys({ seed, from, to }: { seed: number; from: number; to: number }): Map<string, Survey> {
  const years = [to - 1, to].filter((year) => year >= from)
  const surveys = years.flatMap((period) => [
    ...QUESTIONS.map((asked) => answersTo(asked, period, seed)),
    ...Object.entries(CLIENTS_IN).map(([municipality, asked]) => answersOfClients(municipality, asked, period, seed)),
  ])
  return new Map(surveys.map((survey) => [surveyId(survey), survey]))
}

function answersTo({ question, title, leaning }: Asked, period: number, seed: number): Survey {
  const random = randomFrom(`${seed} ${question} ${period}`)
  const answered = ASKED - Math.floor(random() * 3)
  const chosen = Array.from({ length: answered }, () => gradeOf(random(), leaning))
  return {
    ...{ question, title, answerers: 'managers', period, municipality: null },
    grades: SCALE.map((name, at) => ({ value: at + 1, name })),
    counts: SCALE.map((_, at) => chosen.filter((grade) => grade === at).length),
    asked: ASKED,
  }
}

function answersOfClients(municipality: string, asked: number, period: number, seed: number): Survey {
  const { question, title, leaning } = OF_CLIENTS
  const random = randomFrom(`${seed} ${question} ${municipality} ${period}`)
  const answering = Array.from({ length: asked }).filter(() => random() < ANSWERING)
  const chosen = answering.map(() => gradeOf(random(), leaning))
  return {
    ...{ question, title, answerers: 'clients', period, municipality, asked },
    grades: SCALE.map((name, at) => ({ value: at + 1, name })),
    counts: SCALE.map((_, at) => chosen.filter((grade) => grade === at).length),
  }
}

function gradeOf(chance: number, leaning: readonly number[]): number {
  let left = chance
  const at = leaning.findIndex((share) => {
    left -= share
    return left < 0
  })
  return at < 0 ? leaning.length - 1 : at
}
