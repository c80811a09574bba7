import type { Indicator } from '../../../data/model/indicator.ts'
import type { Status } from '../../../data/store/figure.ts'

/** Kolada's words for why a value is not there. */
const STATUSES: Record<string, Status> = { Missing: 'missing', Privacy: 'secrecy', 'Not applicable': 'not-applicable' }

export type KoladaValue = { value: number | null; status: Status | null; token: string | null }

/** Why a value cannot be believed: a rule's name. */
export type Doubt = 'unknown-status' | 'value-and-status'

/** Makes one of our values out of Kolada's pair of value and status. An absent value without a status is missing. */
export function koladaValue(value: number | null, status: string, indicator: Indicator): KoladaValue | Doubt {
  if (status !== '' && !(status in STATUSES)) return 'unknown-status'
  if (value === null) return { value: null, status: STATUSES[status] ?? 'missing', token: status }
  if (status !== '') return 'value-and-status'
  return { value: indicator.yesNoCoding === '1/2' ? yesFromOneTwo(value) : value, status: null, token: null }
}

/** Yes = 1 and no = 2 become 1 and 0; a mean of such answers is turned likewise. Zero is already no. */
function yesFromOneTwo(value: number): number {
  return value >= 1 ? 2 - value : value
}
