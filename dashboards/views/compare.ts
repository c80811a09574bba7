import { html, type TemplateResult } from 'lit'
import { alsoSentence } from '../../data/model/findings/also.ts'
import { compareFinding } from '../../data/model/findings/compare.ts'
import { isLost } from '../../data/model/findings/funnel.ts'
import { groupFinding } from '../../data/model/findings/group.ts'
import type { Context, View } from '../page/view.ts'
import { link } from '../parts/link.ts'
import { message } from '../parts/messages.ts'
import { mineNotice } from '../parts/mine.ts'
import { subjectOf } from '../parts/subject.ts'
import { alsoChooser, codesOf } from './compare/also.ts'
import { askCompared, type Compared } from './compare/asked.ts'
import { distributionFigure } from './compare/distribution.ts'
import { eachFigure } from './compare/each.ts'
import { funnelFigure } from './compare/funnel.ts'
import { mapFigure } from './compare/map.ts'
import { rankedFigure } from './compare/ranked.ts'
import { sexesFigure } from './compare/sexes.ts'
import { trendFigure } from './compare/trend.ts'

function findingOf({ country, group }: Compared, { state, lang, lists }: Context) {
  if (state.municipality === '') return groupFinding(group, country, lang)
  const within = state.group === 'all' ? undefined : group
  return compareFinding(country, state.municipality, lang, within, {
    populationOf: (code) => lists.municipalities.get(code)?.population,
  })
}

function show(compared: Compared, context: Context): TemplateResult {
  const { texts, lists, state } = context
  if (compared.country.reference.count === 0) return message(texts.state.emptyTitle, texts.state.emptyDetail)
  const { title, explanation } = findingOf(compared, context)
  const also = alsoSentence(compared.country, codesOf(state), context.lang)
  const told = { ...context, lead: [`${title}.`, explanation, also].filter(Boolean).join(' ') }
  const why = lists.indicators.get(state.indicator)
  return html`<header class="finding">
      <p class="about-what">${subjectOf(compared.country, state.sex, context.lang)}</p>
      <h1 tabindex="-1">${title}</h1>
      <p>${explanation} ${also}</p>
      ${why?.outside ? mineNotice(state.indicator, context) : ''}
      <details class="why">
        <summary>${texts.compare.why}</summary>
        <p><strong>${why?.title}</strong></p>
        <p>${why?.says} ${why?.matters}</p>
        <p>${why?.directionReason}</p>
        <p>${link(texts.compare.definition, { view: 'about', at: state.indicator }, context)}</p>
      </details>
    </header>
    <div class="compare-grid">
      <div class="column">
        ${rankedFigure(compared, told)} ${compared.units?.draw(compared.units.answer, told) ?? ''}
        ${development(compared, told)}
      </div>
      <div class="column">${mapFigure(compared, told)}</div>
    </div>
    ${closer(compared, told)}`
}

/** The trend, or that there is none: one year has no line. */
function development(compared: Compared, context: Context): TemplateResult {
  const [only, more] = yearsOf(compared)
  if (only === undefined || more !== undefined) return trendFigure(compared, context)
  return html`<p class="aside">${context.texts.compare.oneYear(only)}</p>`
}

/** The years in which somebody in the country has a value. */
const yearsOf = ({ trend }: Compared): number[] =>
  trend.reference.filter(({ count }) => count > 0).map(({ period }) => period)

/** Those that not every indicator has, one of them beside the others; and how all municipalities spread. */
function closer(compared: Compared, context: Context): TemplateResult {
  const funnel = compared.funnel && !isLost(compared.funnel) && funnelFigure(compared.funnel, context)
  const sexes = compared.sexes && sexesFigure(compared.sexes, context)
  const each = yearsOf(compared).length > 1 ? eachFigure(compared, context) : ''
  const [wide, narrow] = funnel && sexes ? [funnel, sexes] : [each, funnel || sexes]
  const spread = distributionFigure(compared, context)
  if (!wide || !narrow) return html`${wide || narrow} ${spread}`
  return html`<div class="compare-grid">
      <div class="column">${wide} ${spread}</div>
      ${narrow}
    </div>
    ${wide === each ? '' : each}`
}

export const view: View<Compared> = {
  choosers: ['indicator', 'municipality', 'group', 'period', 'sex'],
  ownChoosers: (_, context) => alsoChooser(context),
  needsMunicipality: ({ group }) => group === 'all',
  ask: askCompared,
  title: (compared, context) =>
    `${subjectOf(compared.country, context.state.sex, context.lang)}: ${findingOf(compared, context).title}`,
  show,
}
