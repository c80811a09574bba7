import type { UnitsAnswer } from '../../../data/model/answers/units.ts'
import { ask } from '../../api-client/ask.ts'
import type { Context } from '../../page/view.ts'
import type { unitsFigure } from './units.ts'

/** A municipality's units, and what draws them: fetched only where there are any, as few indicators have them. */
export type Units = { answer: UnitsAnswer; draw: typeof unitsFigure }

/** Asks for the units of the own municipality, where any were loaded of the indicator. @returns null where there are none */
export async function askUnits(period: number | string, { state, lang, lists }: Context): Promise<Units | null> {
  const { indicator, municipality, sex } = state
  if (municipality === '' || !lists.indicators.get(indicator)?.byUnit) return null
  const answer = await ask<UnitsAnswer>('units', { indicator, municipality, period, sex }, lang)
  return answer.periods.length === 0 ? null : { answer, draw: (await import('./units.ts')).unitsFigure }
}
