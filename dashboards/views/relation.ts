import { html, type TemplateResult } from 'lit'
import type { RelationAnswer } from '../../data/model/answers/relation.ts'
import { causationWarning, relationFinding } from '../../data/model/findings/relation.ts'
import { ask } from '../api-client/ask.ts'
import type { Context, View } from '../page/view.ts'
import { message } from '../parts/messages.ts'
import { exploringIn } from '../text/exploring/index.ts'
import { scatterFigure } from './relation/scatter-figure.ts'

/** The indicator upwards, the other one along: what one may want to understand, and what it may go together with. */
const askRelation = ({ state, lang }: Context) =>
  ask<RelationAnswer>('relation', { x: state.other, y: state.indicator, period: state.period, sex: state.sex }, lang)

function show(answer: RelationAnswer, context: Context): TemplateResult {
  const { texts, lang } = context
  const words = exploringIn(context.lang).relation
  if (answer.n === 0) return message(texts.state.emptyTitle, words.noPairs)
  const { title, explanation } = relationFinding(answer, lang)
  return html`<header class="finding">
      <h1 tabindex="-1">${title}</h1>
      <p>${explanation}</p>
      <p class="caution"><strong>${words.caution}</strong> ${causationWarning(lang)}</p>
      <p>${turnAxes(context)}</p>
    </header>
    ${scatterFigure(answer, { ...context, lead: `${title}. ${explanation} ${words.caution}` })}`
}

function turnAxes({ state, go, href, lang }: Context): TemplateResult {
  const words = exploringIn(lang).relation
  const change = { indicator: state.other, other: state.indicator }
  const turn = (event: Event) => {
    event.preventDefault()
    go(change)
  }
  return html`<a href=${href(change)} @click=${turn}>${words.turnAxes}</a>`
}

export const view: View<RelationAnswer> = {
  choosers: ['indicator', 'other', 'municipality', 'group', 'period', 'sex'],
  ask: askRelation,
  title: (answer, { lang }) => relationFinding(answer, lang).title,
  show,
}
