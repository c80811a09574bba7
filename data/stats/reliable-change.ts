import { isPositive, isPresent } from './finite.ts'
import { toTenDecimals } from './rounded-difference.ts'

export type ReliableChange = { index: number; outcome: 'increased' | 'decreased' | 'none' }

const RELIABLE = 1.96

/**
 * Reliable change index (after − before)/(sd·√(2(1 − r))); reliable at |index| ≥ 1.96.
 * Ratings and `sdBaseline` > 0 in one unit, `reliability` r in 0…1 (1 excluded: it leaves no error to compare with);
 * index without unit. The reliability assumed is to be shown wherever the result is.
 * Null for input outside its range or not finite. Source: Jacobson & Truax, J Consult Clin Psychol 59 (1991).
 */
export function reliableChange(
  before: number,
  after: number,
  sdBaseline: number,
  reliability: number,
): ReliableChange | null {
  if (!(isPositive(sdBaseline) && reliability >= 0 && reliability < 1)) return null
  const index = (after - before) / (sdBaseline * Math.sqrt(2 * (1 - reliability)))
  return isPresent(index) ? { index, outcome: outcomeOf(toTenDecimals(index)) } : null
}

function outcomeOf(index: number): ReliableChange['outcome'] {
  if (Math.abs(index) < RELIABLE) return 'none'
  return index > 0 ? 'increased' : 'decreased'
}
