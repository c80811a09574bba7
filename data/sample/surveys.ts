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

/** Invented answers of ten managers or so to a few questions, everyone together. Same seed, same answers. */
export function sampleSurveys({ seed, from, to }: { seed: number; from: number; to: number }): Map<string, Survey> {
  const years = [to - 1, to].filter((year) => year >= from)
  const surveys = years.flatMap((period) => QUESTIONS.map((asked) => answersTo(asked, period, seed)))
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

function gradeOf(chance: number, leaning: readonly number[]): number {
  let left = chance
  const at = leaning.findIndex((share) => {
    left -= share
    return left < 0
  })
  return at < 0 ? leaning.length - 1 : at
}
