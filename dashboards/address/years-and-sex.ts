import type { IndicatorEntry } from '../../data/model/answers/indicators.ts'
import type { Lists } from '../api-client/lists.ts'
import type { State } from './state.ts'

/** Whose figures a page shows; none where it has no year of its own to choose. */
function indicatorsOn({ view, indicator, other, area }: State, { indicators }: Lists): IndicatorEntry[] {
  if (view === 'compare') return named([indicator], indicators)
  if (view === 'relation') return named([indicator, other], indicators)
  if (view !== 'profile' && view !== 'matrix') return []
  return [...indicators.values()].filter((one) => area === 'all' || one.area === area)
}

const named = (ids: readonly string[], indicators: Lists['indicators']) =>
  ids.map((id) => indicators.get(id)).filter((one) => one !== undefined)

/**
 * The years that a page can show, the latest first: of one indicator, those that two have in common, or those that any of an
 * area has. Null where the page has no year to choose.
 */
export function yearsOffered(state: State, lists: Lists): number[] | null {
  const shown = indicatorsOn(state, lists)
  if (shown.length === 0) return null
  const all = [...new Set(shown.flatMap(({ periods }) => periods))].sort((a, b) => b - a)
  if (state.view !== 'relation') return all
  return all.filter((year) => shown.every(({ periods }) => periods.includes(year)))
}

/** Whether a page's figures are told for women and men apart, or some of them. */
export function isBySex(state: State, lists: Lists): boolean {
  const shown = indicatorsOn(state, lists)
  return state.view === 'relation' ? shown.every(({ bySex }) => bySex) : shown.some(({ bySex }) => bySex)
}
