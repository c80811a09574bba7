import { type Answerers, FEWEST_STAFF, type Survey } from '../../../data/model/survey.ts'
import type { surveyColumns } from '../../../data/templates/survey.ts'
import type { Doubt } from './survey-doubts.ts'

/** A row of a file of answers. */
export type Answer = {
  question: string
  title: string
  answerers: Answerers
  municipality: string | null
  period: number
  grade: number
  gradeName: string | null
  count: number
  asked: number | null
}

type Column = (typeof surveyColumns)[number]
type Tell = (row: number, column: Column, doubt: Doubt) => void

type Question = { row: number; title: string; answerers: Answerers; grades: Map<number, string | null> }
type Group = Pick<Answer, 'question' | 'municipality' | 'period' | 'asked'> & {
  row: number
  counts: Map<number, number>
}

/** Gathers the rows of a file into how each group answered each question, and tells what contradicts itself. */
export class SurveyAnswers {
  readonly #tell: Tell
  readonly #questions = new Map<string, Question>()
  readonly #groups = new Map<string, Group>()

  constructor(tell: Tell) {
    this.#tell = tell
  }

  add(row: number, answer: Answer): void {
    const question = this.#questionOf(row, answer)
    const group = this.#groupOf(row, answer)
    const { grade, gradeName, asked } = answer
    if (question.title !== answer.title || question.answerers !== answer.answerers)
      this.#tell(row, 'titel', 'other-title')
    const name = question.grades.get(grade)
    if (name && gradeName && name !== gradeName) this.#tell(row, 'gradnamn', 'other-grade')
    question.grades.set(grade, name ?? gradeName)
    if (group.counts.has(grade)) this.#tell(row, 'grad', 'grade-twice')
    if (group.asked !== null && asked !== null && group.asked !== asked) this.#tell(row, 'tillfragade', 'other-asked')
    group.asked ??= asked
    group.counts.set(grade, answer.count)
  }

  #questionOf(row: number, { question, title, answerers }: Answer): Question {
    const known = this.#questions.get(question) ?? { row, title, answerers, grades: new Map() }
    this.#questions.set(question, known)
    return known
  }

  #groupOf(row: number, { question, municipality, period, asked }: Answer): Group {
    const key = [question, period, municipality ?? ''].join(' ')
    const known = this.#groups.get(key) ?? { row, question, municipality, period, asked, counts: new Map() }
    this.#groups.set(key, known)
    return known
  }

  /** What has been answered, once all rows are in; what is wrong with it as a whole is told. */
  conclude(): Survey[] {
    for (const { row, grades } of this.#questions.values()) if (grades.size < 2) this.#tell(row, 'grad', 'one-grade')
    for (const group of this.#groups.values()) this.#judge(group)
    return [...this.#groups.values()].map((group) => this.#surveyOf(group))
  }

  #judge(group: Group): void {
    const answered = answeredIn(group)
    if (group.asked !== null && answered > group.asked) this.#tell(group.row, 'tillfragade', 'more-than-asked')
    if (this.#isTooFew(group, answered)) this.#tell(group.row, 'antal', 'few')
    if (group.municipality === null) this.#judgeWhole(group, answered)
  }

  /** All together against the municipalities: nobody may be left over who could be told by subtraction. */
  #judgeWhole(whole: Group, answered: number): void {
    const parts = [...this.#groups.values()].filter(
      ({ question, period, municipality }) =>
        question === whole.question && period === whole.period && municipality !== null,
    )
    if (parts.length === 0) return
    const inParts = (grade: number) => parts.reduce((sum, { counts }) => sum + (counts.get(grade) ?? 0), 0)
    const isOver = parts
      .flatMap(({ counts }) => [...counts.keys()])
      .some((grade) => inParts(grade) > (whole.counts.get(grade) ?? 0))
    if (this.#isOfClients(whole)) this.#tell(whole.row, 'kommun', 'clients-whole')
    else if (isOver) this.#tell(whole.row, 'antal', 'parts-over-whole')
    else if (this.#isTooFew(whole, answered - parts.reduce((sum, part) => sum + answeredIn(part), 0)))
      this.#tell(whole.row, 'antal', 'few')
  }

  #isOfClients({ question }: Group): boolean {
    return this.#questions.get(question)!.answerers === 'clients'
  }

  /** Clients are not told apart by how many they are: what may be shown of them is decided when a release is built. */
  #isTooFew({ question }: Group, answered: number): boolean {
    const speakForThemselves = !['managers', 'clients'].includes(this.#questions.get(question)!.answerers)
    return speakForThemselves && answered > 0 && answered < FEWEST_STAFF
  }

  #surveyOf({ question, municipality, period, asked, counts }: Group): Survey {
    const { title, answerers, grades } = this.#questions.get(question)!
    const scale = [...grades].map(([value, name]) => ({ value, name })).sort((a, b) => a.value - b.value)
    return {
      question,
      title,
      answerers,
      period,
      municipality,
      grades: scale,
      counts: scale.map(({ value }) => counts.get(value) ?? 0),
      asked,
    }
  }
}

const answeredIn = ({ counts }: Group): number => [...counts.values()].reduce((sum, count) => sum + count, 0)
