import { catalogue } from '../../../data/catalogue/index.ts'
import { wholeIndicatorId } from '../../../data/model/indicator-id.ts'
import type { Answerers } from '../../../data/model/survey.ts'
import { surveyColumns } from '../../../data/templates/survey.ts'
import { watched } from '../../check/figure-file.ts'
import { pointsOutPerson } from '../../check/person.ts'
import { type Rule, told as toldRule } from '../../check/rules.ts'
import type { Table } from '../../read/table.ts'
import { numberOf } from '../../read/written-number.ts'
import { FIRST_YEAR, lastYear } from '../figure-check.ts'
import { yearOf } from '../number.ts'
import type { Reading } from '../reading.ts'
import { columnsIn } from './columns.ts'
import { type Line, lineOf } from './line.ts'
import { answerersIn } from './survey-answerers.ts'
import { type Answer, SurveyAnswers } from './survey-answers.ts'
import { DOUBTS, type Doubt } from './survey-doubts.ts'

type Column = (typeof surveyColumns)[number]

const REQUIRED: Column[] = ['fraga', 'titel', 'period', 'svarar', 'grad', 'antal']
const MOST_GRADE = 10
const LONGEST = 300

/** Whether a file of the source is answers on a scale of grades. */
export const isSurvey = ({ header }: Table): boolean =>
  header.cells.some((cell) => cell.trim().toLowerCase() === 'grad')

/** Reads a local survey: for each question and municipality, or question alone, how many have chosen each grade. */
export async function readSurvey(table: Table, reading: Reading): Promise<void> {
  const at = columnsIn(table, reading, surveyColumns, REQUIRED)
  if (!at) return
  const names = Array.from(
    table.header.cells,
    (_, index) => Array.from(at).find(([, column]) => column === index)?.[0] ?? '',
  )
  const answers = new SurveyAnswers((row, column, doubt) => doubted(reading, row, column, doubt))
  const columns = { names, values: [] }
  for await (const row of watched(table, (problem) => reading.found(toldRule(problem)), columns)) {
    reading.counted()
    if (row.short) reading.found(toldRule({ rule: 'row-cut' satisfies Rule, row: row.row }))
    else new SurveyLine(lineOf(row, at), reading).give(answers)
  }
  for (const survey of answers.conclude()) reading.survey(survey)
}

function doubted(reading: Reading, row: number, column: Column, doubt: Doubt): void {
  const { rule, message } = DOUBTS[doubt]
  reading.found({ row, column, rule, severity: 'error', message: message() })
}

/** One row: a question, a place, a grade, and how many chose it. */
class SurveyLine {
  readonly #line: Line<Column>
  readonly #reading: Reading
  #sound = true

  constructor(line: Line<Column>, reading: Reading) {
    this.#line = line
    this.#reading = reading
  }

  /** Everything that is wrong with the row is told; only a sound one is given. */
  give(answers: SurveyAnswers): void {
    const { row, cell } = this.#line
    const given = {
      question: this.#question(),
      title: this.#text('titel', true),
      municipality: this.#municipality(),
      period: this.#period(),
      answerers: this.#answerers(),
      grade: this.#whole('grad', MOST_GRADE),
      gradeName: this.#text('gradnamn', false) || null,
      count: this.#whole('antal', MOST_ANSWERERS),
      asked: cell('tillfragade') === '' ? null : this.#whole('tillfragade', MOST_ANSWERERS),
    }
    if (this.#sound) answers.add(row, given as Answer)
  }

  #question(): string {
    const id = this.#line.cell('fraga')
    if (!wholeIndicatorId.test(id)) this.#doubt('fraga', 'id')
    else if (pointsOutPerson(id)) this.#doubt('fraga', 'person')
    return id
  }

  #text(column: 'titel' | 'gradnamn', required: boolean): string {
    const text = this.#line.cell(column).replace(/\s+/g, ' ')
    if (required && text === '') this.#doubt(column, 'no-title')
    else if (text.length > LONGEST) this.#doubt(column, 'long')
    else if (pointsOutPerson(text)) this.#doubt(column, 'person')
    return text
  }

  #municipality(): string | null {
    const cell = this.#line.cell('kommun')
    if (cell === '') return null
    const code = cell.padStart(4, '0')
    if (!catalogue().municipalityByCode.has(code)) this.#doubt('kommun', 'municipality')
    return code
  }

  #period(): number {
    const year = yearOf(this.#line.cell('period'))
    if (!(year >= FIRST_YEAR && year <= lastYear())) this.#doubt('period', 'year')
    return year
  }

  #answerers(): Answerers | null {
    const who = answerersIn(this.#line.cell('svarar'))
    if (!who) this.#doubt('svarar', 'answerers')
    return who
  }

  /** A whole number as it was written: nothing that a formula or a date left, and never a mark for something else. */
  #whole(column: 'grad' | 'antal' | 'tillfragade', most: number): number {
    const number = numberOf(this.#line.cell(column))
    const note = this.#line.note(column)
    const isPlain = note === undefined || note === 'number'
    if (isPlain && typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most)
      return number
    this.#doubt(column, note === 'date' ? 'date' : note === 'uncomputed' ? 'uncomputed' : 'whole')
    return Number.NaN
  }

  #doubt(column: Column, doubt: Doubt): void {
    this.#sound = false
    doubted(this.#reading, this.#line.row, column, doubt)
  }
}

const MOST_ANSWERERS = 1_000_000
