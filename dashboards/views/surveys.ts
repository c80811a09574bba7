import { html, type TemplateResult } from 'lit'
import type { SurveysAnswer } from '../../data/model/answers/surveys.ts'
import { surveyFinding } from '../../data/model/findings/survey.ts'
import { ask } from '../api-client/ask.ts'
import type { Context, View } from '../page/view.ts'
import { select } from '../parts/select.ts'
import { surveysIn } from '../text/surveys/index.ts'
import { surveyFigure } from './surveys/survey-figure.ts'

/** The surveys of the chosen year; of the newest, where no question was asked in it. */
async function askSurveys({ state, lang }: Context): Promise<SurveysAnswer> {
  const ofYear = await ask<SurveysAnswer>('surveys', { period: state.period }, lang)
  const isElsewhere = state.period !== '' && ofYear.questions.length === 0
  return isElsewhere ? ask<SurveysAnswer>('surveys', {}, lang) : ofYear
}

function titleOf({ questions }: SurveysAnswer, { lang }: Context): string {
  const [first] = questions
  return questions.length === 1 && first ? surveyFinding(first, lang) : surveysIn(lang).title
}

function show(answer: SurveysAnswer, context: Context): TemplateResult {
  const words = surveysIn(context.lang)
  const isEmpty = answer.questions.length === 0
  return html`<header class="finding">
      <h1 tabindex="-1">${isEmpty ? words.emptyTitle : words.title}</h1>
      <p>${isEmpty ? words.emptyDetail : words.lead}</p>
      <p><a href=${`/api/v1/templates/survey.xlsx?lang=${context.lang}`}>${words.template}</a></p>
    </header>
    ${answer.questions.map((question) => surveyFigure(question, answer, context))}`
}

/** The years that any question was asked in; the newest of each question where none is chosen. */
function yearChooser({ questions }: SurveysAnswer, { state, go, lang }: Context): TemplateResult {
  const words = surveysIn(lang)
  const years = [...new Set(questions.flatMap(({ periods }) => periods))].sort((a, b) => b - a).map(String)
  return select({
    name: 'period',
    label: words.year,
    value: state.period,
    options: [{ value: '', label: words.newest }, ...years.map((year) => ({ value: year, label: year }))],
    choose: (period) => go({ period }),
  })
}

export const view: View<SurveysAnswer> = {
  choosers: [],
  ownChoosers: yearChooser,
  ask: askSurveys,
  title: titleOf,
  show,
}
