import { wholeIndicatorId } from '../../data/model/indicator-id.ts'
import type { Named } from '../api-client/further-indicators.ts'
import type { State } from './state.ts'

/** The indicators that a page shows by name, and the area whose indicators it shows. */
export function namedIn({ view, indicator, other, measures, mine, at, area }: State): Named {
  const ids = [indicator, other, at, ...measures.split(','), ...mine.split(',')]
  return {
    ids: [...new Set(ids.filter((id) => wholeIndicatorId.test(id)))],
    area: view === 'profile' || view === 'matrix' ? area : '',
  }
}
