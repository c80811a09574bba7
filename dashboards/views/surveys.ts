import { html, nothing, type TemplateResult } from 'lit'
import type { ClientSurveysAnswer, SurveysAnswer } from '../../data/model/answers/surveys.ts'
import { clientSurveyFinding } from '../../data/model/findings/client-survey.ts'
import { surveyFinding } from '../../data/model/findings/survey.ts'
import { ask } from '../api-client/ask.ts'
import { fetchMe } from '../api-client/me.ts'
import type { Context, View } from '../page/view.ts'
import { link } from '../parts/link.ts'
import { select } from '../parts/select.ts'
import { surveysIn } from '../text/surveys/index.ts'
import { clientFigure } from './surveys/client-figure.ts'
import { surveyFigure } from './surveys/survey-figure.ts'

/** Answers shown as they were counted, and those of clients, protected; null where these are only for who has signed in. */
type Answer = { open: SurveysAnswer; clients: ClientSurveysAnswer | null }

const countOf = ({ open, clients }: Answer): number => open.questions.length + (clients?.questions.length ?? 0)

/** The surveys of the chosen year; of the newest, where no question was asked in it. */
async function askSurveys({ state, lang }: Context): Promise<Answer> {
  const ofYear = await askIn(state.period, lang)
  return state.period !== '' && countOf(ofYear) === 0 ? askIn('', lang) : ofYear
}

async function askIn(period: string, lang: Context['lang']): Promise<Answer> {
  const [open, clients] = await Promise.all([ask<SurveysAnswer>('surveys', { period }, lang), askClients(period, lang)])
  return { open, clients }
}

/** Not asked for by who may not see them: a refusal that is known beforehand is no question. */
async function askClients(period: string, lang: Context['lang']): Promise<ClientSurveysAnswer | null> {
  const { rights } = await fetchMe(lang)
  return rights.includes('followup.read') ? ask<ClientSurveysAnswer>('client-surveys', { period }, lang) : null
}

function titleOf({ open, clients }: Answer, { lang }: Context): string {
  const sentences = [
    ...open.questions.map((question) => surveyFinding(question, lang)),
    ...(clients?.questions ?? []).map((question) => clientSurveyFinding(question, lang)),
  ]
  return sentences.length === 1 ? sentences[0]! : surveysIn(lang).title
}

function show(answer: Answer, context: Context): TemplateResult {
  const words = surveysIn(context.lang)
  const { open, clients } = answer
  const isEmpty = countOf(answer) === 0
  return html`<header class="finding">
      <h1 tabindex="-1">${isEmpty ? words.emptyTitle : words.title}</h1>
      <p>${isEmpty ? words.emptyDetail : words.lead}</p>
      <p><a href=${`/api/v1/templates/survey.xlsx?lang=${context.lang}`}>${words.template}</a></p>
      ${clients ? nothing : html`<p>${words.clientsClosed} ${link(context.texts.work['sign-in'], { view: 'sign-in' }, context)}</p>`}
    </header>
    ${open.questions.map((question) => surveyFigure(question, open, context))}
    ${clients ? clients.questions.map((question) => clientFigure(question, clients, context)) : nothing}`
}

/** The years that any question was asked in; the newest of each question where none is chosen. */
function yearChooser({ open, clients }: Answer, { state, go, lang }: Context): TemplateResult {
  const words = surveysIn(lang)
  const asked = [...open.questions, ...(clients?.questions ?? [])]
  const years = [...new Set(asked.flatMap(({ periods }) => periods))].sort((a, b) => b - a).map(String)
  return select({
    name: 'period',
    label: words.year,
    value: state.period,
    options: [{ value: '', label: words.newest }, ...years.map((year) => ({ value: year, label: year }))],
    choose: (period) => go({ period }),
  })
}

export const view: View<Answer> = {
  choosers: [],
  ownChoosers: yearChooser,
  ask: askSurveys,
  title: titleOf,
  show,
}
