import { html, type TemplateResult } from 'lit'
import type { CompareAnswer } from '../../data/model/answers/compare.ts'
import type { FunnelAnswer } from '../../data/model/answers/funnel.ts'
import type { TrendAnswer } from '../../data/model/answers/trend.ts'
import { compareFinding } from '../../data/model/findings/compare.ts'
import { ask } from '../client.ts'
import { link } from '../parts/link.ts'
import { message } from '../parts/messages.ts'
import { alsoChooser, codesOf } from './compare/also.ts'
import { distributionFigure } from './compare/distribution.ts'
import { eachFigure } from './compare/each.ts'
import { askFunnel, funnelFigure } from './compare/funnel.ts'
import { mapFigure } from './compare/map.ts'
import { rankedFigure } from './compare/ranked.ts'
import { askSexes, type Sexes, sexesFigure } from './compare/sexes.ts'
import { trendFigure } from './compare/trend.ts'
import type { Context, View } from './view.ts'

/** The same question asked of the whole country and, where a group is chosen, within it. */
export type Compared = {
  country: CompareAnswer
  group: CompareAnswer
  trend: TrendAnswer
  funnel: FunnelAnswer | null
  sexes: Sexes | null
}

/** More lines than this would hide each other. */
const MOST_LINES = 60

async function askAll(context: Context): Promise<Compared> {
  const { state, lang } = context
  const question = { indicator: state.indicator, sex: state.sex }
  const asked = ask<TrendAnswer>('trend', { ...question, municipalities: lines(context), reference: 'all' }, lang)
  const period = await periodOf(context)
  const within = {
    ...question,
    period,
    group: state.group,
    reference: state.group,
    municipalities: [state.municipality, ...codesOf(state)].join(','),
  }
  const country = askCountry(context, period)
  const [trend, compared, group, funnel, sexes] = await Promise.all([
    asked,
    country,
    state.group === 'all' ? country : ask<CompareAnswer>('compare', within, lang),
    askFunnel(period, context),
    askSexes(period, context),
  ])
  return { country: compared, group, trend, funnel, sexes }
}

const askCountry = ({ state, lang }: Context, period: number | string) =>
  ask<CompareAnswer>(
    'compare',
    { indicator: state.indicator, sex: state.sex, period, group: 'all', reference: 'all' },
    lang,
  )

/** The year that all figures are of. Only where none is chosen for one sex does it take a question to know. */
async function periodOf(context: Context): Promise<number | string> {
  const { state, foundation } = context
  const latest = state.sex === 'T' ? foundation.indicators.get(state.indicator)?.latest : null
  return state.period || latest || (await askCountry(context, '')).period
}

/** The municipalities whose development is drawn: the own one, those beside it, and the group's if it is not too large. */
function lines({ state, foundation }: Context): string {
  const members = foundation.groups.get(state.group)?.members ?? []
  const others = members.length <= MOST_LINES ? members : []
  return [...new Set([state.municipality, ...codesOf(state), ...others])].join(',')
}

function findingOf({ country, group }: Compared, { state, lang }: Context) {
  return compareFinding(country, state.municipality, lang, state.group === 'all' ? undefined : group)
}

function show(compared: Compared, context: Context): TemplateResult {
  const { texts, foundation, state } = context
  if (compared.country.reference.count === 0) return message(texts.state.emptyTitle, texts.state.emptyDetail)
  const { title, explanation } = findingOf(compared, context)
  const why = foundation.indicators.get(state.indicator)
  return html`<header class="finding">
      <h1 tabindex="-1">${title}</h1>
      <p>${explanation}</p>
      <details class="why">
        <summary>${texts.compare.why}</summary>
        <p><strong>${why?.title}</strong></p>
        <p>${why?.says} ${why?.matters}</p>
        <p>${why?.directionReason}</p>
        <p>${link(texts.compare.definition, { view: 'about', at: state.indicator }, context)}</p>
      </details>
    </header>
    <div class="compare-grid">
      <div class="column">${rankedFigure(compared, context)} ${trendFigure(compared, context)}</div>
      <div class="column">${mapFigure(compared, context)}</div>
    </div>
    ${closer(compared, context)} ${distributionFigure(compared, context)}`
}

/** Those that not every indicator has, two beside each other where there are two. */
function closer(compared: Compared, context: Context): TemplateResult {
  const funnel = compared.funnel && funnelFigure(compared.funnel, context)
  const sexes = compared.sexes && sexesFigure(compared.sexes, context)
  const each = eachFigure(compared, context)
  const [wide, narrow] = funnel && sexes ? [funnel, sexes] : [each, funnel ?? sexes]
  if (!wide || !narrow) return html`${wide || narrow}`
  return html`<div class="compare-grid">${wide} ${narrow}</div>
    ${wide === each ? '' : each}`
}

export const view: View<Compared> = {
  choosers: ['indicator', 'municipality', 'group', 'period', 'sex'],
  ownChoosers: (_, context) => alsoChooser(context),
  needsMunicipality: true,
  ask: askAll,
  title: (compared, context) => findingOf(compared, context).title,
  show,
}
