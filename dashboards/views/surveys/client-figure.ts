import { html, type TemplateResult } from 'lit'
import type { ClientQuestion, ClientSurveysAnswer } from '../../../data/model/answers/surveys.ts'
import { clientSurveyFinding, runOfGrades } from '../../../data/model/findings/client-survey.ts'
import { writeNumber } from '../../../data/model/numbers.ts'
import { type BandPart, type BandRow, bandBars } from '../../charts/band-bars.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { surveysIn } from '../../text/surveys/index.ts'
import { bandsNative } from '../asi/bands-native.ts'

type Group = ClientQuestion['groups'][number]

/** How clients have answered a question: protected shares of a hundred percent, a bar a group, never dots of persons. */
export function clientFigure(question: ClientQuestion, answer: ClientSurveysAnswer, context: Context): TemplateResult {
  const { lang } = context
  const words = surveysIn(lang)
  const rows = question.groups.map((group, at) => rowOf(group, at, question, context))
  const bands = question.grades.map(({ name }) => name)
  return figure(
    {
      name: `klientenkat-${question.question}-${question.period}`,
      finding: clientSurveyFinding(question, lang),
      subtitle: [words.question(question.title), String(question.period), words.clients].join(' · '),
      source: answer.source,
      sample: answer.sample,
      processing: words.protectedProcessing,
      methods: ['protection'],
      data: { resource: 'client-surveys', question: { question: question.question, period: question.period } },
      table: tableOf(question, context),
      note: html`<p>${words.protectedNote}</p>`,
      native: () => bandsNative(rows, bands),
      chart: (width) => bandBars({ rows, bands, besideTitle: words.answered, merged: words.merged, lang }, { width }),
    },
    context,
  )
}

function rowOf({ name, answered, bars }: Group, at: number, question: ClientQuestion, { lang }: Context): BandRow {
  const words = surveysIn(lang)
  const id = String(at)
  return {
    ...{ id, title: name, instead: words.undivided },
    parts: partsOf(id, name, bars, question, lang),
    beside: words.about(writeNumber(answered, 0, lang)),
  }
}

/** Shares that were rounded need not add up to a hundred, so the bar is drawn in proportion. */
function partsOf(
  id: string,
  name: string,
  bars: Group['bars'],
  question: ClientQuestion,
  lang: Context['lang'],
): BandPart[] {
  const all = bars.reduce((sum, { percent }) => sum + percent, 0)
  const placeOf = (grade: number): number => question.grades.findIndex(({ value }) => value === grade)
  let reached = 0
  return bars.map((bar) => {
    const from = reached
    reached += (100 * bar.percent) / all
    const range = bar.from === bar.to ? '' : `${bar.from}–${bar.to}`
    const label = `${name}, ${runOfGrades(bar, question, lang)}: ${bar.percent} %`
    return { id, first: placeOf(bar.from), last: placeOf(bar.to), share: bar.percent, range, from, to: reached, label }
  })
}

function tableOf(question: ClientQuestion, { lang }: Context): Table {
  const words = surveysIn(lang)
  const { grades, groups } = question
  return {
    columns: [
      { label: words.group },
      ...[...grades.map(({ name }) => `${name}, %`), words.answered, words.responseRate].map((label) => ({
        label,
        numeric: true,
      })),
    ],
    rows: groups.map(({ name, bars, answered, responseRate }) => [
      name,
      ...grades.map(({ value }) => shareCell(bars, value, question, words.undivided, lang)),
      words.about(writeNumber(answered, 0, lang)),
      responseRate === null ? words.unknown : `${responseRate} %`,
    ]),
  }
}

/** A run of grades stands at its first with their names, and is pointed at from the others. */
function shareCell(
  bars: Group['bars'],
  grade: number,
  question: ClientQuestion,
  undivided: string,
  lang: Context['lang'],
): string {
  const bar = bars.find(({ from, to }) => from <= grade && grade <= to)
  if (!bar) return undivided
  if (bar.from === bar.to) return String(bar.percent)
  return bar.from === grade ? `${bar.percent} (${runOfGrades(bar, question, lang)})` : '←'
}
