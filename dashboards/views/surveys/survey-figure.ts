import type { TemplateResult } from 'lit'
import type { SurveyQuestion, SurveysAnswer } from '../../../data/model/answers/surveys.ts'
import { answeredSentence, surveyFinding, togetherIn } from '../../../data/model/findings/survey.ts'
import { writeNumber } from '../../../data/model/numbers.ts'
import { MOST_DOTS } from '../../../data/model/survey.ts'
import { type AnswerGroup, answerDots } from '../../charts/answer-dots.ts'
import type { Bars, Panels } from '../../native-charts/chart.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { surveysIn } from '../../text/surveys/index.ts'

type Group = SurveyQuestion['groups'][number]

/** One question: how many have chosen each grade, everyone together and by municipality. */
export function surveyFigure(question: SurveyQuestion, answer: SurveysAnswer, context: Context): TemplateResult {
  const { lang } = context
  return figure(
    {
      name: `enkat-${question.question}-${question.period}`,
      finding: surveyFinding(question, lang),
      subtitle: subtitleOf(question, context),
      source: answer.source,
      sample: answer.sample,
      processing: '',
      methods: ['grades'],
      data: { resource: 'surveys', question: { question: question.question, period: question.period } },
      table: tableOf(question, context),
      native: () => nativeOf(question),
      chart: (width) =>
        answerDots(
          {
            grades: question.grades.map(({ name }) => name),
            groups: question.groups.map((group) => drawn(group, question, context)),
          },
          { width },
        ),
    },
    context,
  )
}

const isBars = ({ answered }: Group): boolean => answered > MOST_DOTS

function subtitleOf(question: SurveyQuestion, { lang }: Context): string {
  const words = surveysIn(lang)
  return [
    words.question(question.title),
    String(question.period),
    answeredSentence(togetherIn(question), question.answerers, lang),
    ...(question.groups.every(isBars) ? [] : [words.dot]),
    ...(question.groups.some(isBars) ? [words.bars] : []),
  ].join(' · ')
}

function drawn(group: Group, { grades, answerers }: SurveyQuestion, { lang }: Context): AnswerGroup {
  const words = surveysIn(lang)
  const count = (value: number) => writeNumber(value, 0, lang)
  return {
    name: words.heading(group.name, answeredSentence(group, answerers, lang)),
    counts: group.counts,
    asBars: isBars(group),
    labels: grades.map(({ name }, at) =>
      words.grade(group.name, name, count(group.counts[at]!), count(group.answered)),
    ),
  }
}

function tableOf({ grades, groups }: SurveyQuestion, { lang }: Context): Table {
  const words = surveysIn(lang)
  const count = (value: number) => writeNumber(value, 0, lang)
  return {
    columns: [
      { label: words.group },
      ...[...grades.map(({ name }) => name), words.answered, words.asked].map((label) => ({ label, numeric: true })),
    ],
    rows: groups.map(({ name, counts, answered, asked }) => [
      name,
      ...counts.map(count),
      count(answered),
      asked === null ? words.unknown : count(asked),
    ]),
  }
}

const ACROSS = 2
const A_SLIDE = 4

/** Bars of counts, a panel a group: PowerPoint has no dots for people. */
function nativeOf({ grades, groups }: SurveyQuestion): Panels {
  const most = Math.max(1, ...groups.flatMap(({ counts }) => counts))
  const panels = groups.map(
    ({ name, counts }): Bars => ({
      kind: 'bars',
      title: name,
      unit: '',
      decimals: 0,
      categories: grades.map((grade) => grade.name),
      series: [{ name, values: [...counts], mark: 'group' }],
      scale: { min: 0, max: most },
    }),
  )
  return { kind: 'panels', panels, columns: ACROSS, perSlide: A_SLIDE }
}
