import type { CompareAnswer } from '../../../data/model/answers/compare.ts'
import type { FunnelAnswer } from '../../../data/model/answers/funnel.ts'
import type { TrendAnswer } from '../../../data/model/answers/trend.ts'
import { ask } from '../../api-client/ask.ts'
import type { Context } from '../../page/view.ts'
import { codesOf } from './also.ts'
import { askUnits, type Units } from './asked-units.ts'
import { askFunnel } from './funnel.ts'
import { askSexes, type Sexes } from './sexes.ts'
import { withoutMiddle } from './without-middle.ts'

/** The same question asked of the whole country and, where a group is chosen, within it. */
export type Compared = {
  country: CompareAnswer
  group: CompareAnswer
  trend: TrendAnswer
  funnel: FunnelAnswer | null
  sexes: Sexes | null
  /** Of the own municipality. */
  units: Units | null
}

/** More lines than this would hide each other. */
export const MOST_LINES = 60

/** @throws AskError */
export async function askCompared(context: Context): Promise<Compared> {
  const { state, lang } = context
  const question = { indicator: state.indicator, sex: state.sex }
  const asked = ask<TrendAnswer>('trend', { ...question, municipalities: lines(context), reference: 'all' }, lang)
  const period = await periodOf(context)
  const within = {
    ...question,
    period,
    group: state.group,
    reference: state.group,
    municipalities: [state.municipality, ...codesOf(state)].filter(Boolean).join(','),
  }
  const country = askCountry(context, period)
  const [trend, compared, group, funnel, sexes, units] = await Promise.all([
    asked,
    country,
    state.group === 'all' ? country : ask<CompareAnswer>('compare', within, lang),
    askFunnel(period, context),
    askSexes(period, context),
    askUnits(period, context),
  ])
  return withoutMiddle({ country: compared, group, trend, funnel, sexes, units })
}

const askCountry = ({ state, lang }: Context, period: number | string) =>
  ask<CompareAnswer>(
    'compare',
    { indicator: state.indicator, sex: state.sex, period, group: 'all', reference: 'all' },
    lang,
  )

/** The year that all figures are of. Only where none is chosen for one sex does it take a question to know. */
async function periodOf(context: Context): Promise<number | string> {
  const { state, lists } = context
  const latest = state.sex === 'T' ? lists.indicators.get(state.indicator)?.latest : null
  return state.period || latest || (await askCountry(context, '')).period
}

/** The municipalities whose development is drawn: the own one, those beside it, and the group's if it is not too large. */
function lines({ state, lists }: Context): string {
  const members = lists.groups.get(state.group)?.members ?? []
  const others = members.length <= MOST_LINES ? members : []
  return [...new Set([state.municipality, ...codesOf(state), ...others])].filter(Boolean).join(',')
}
