import { type Rest, restOf, type Uncertain } from '../../data/model/findings/certainty.ts'
import type { Texts } from '../text/index.ts'
import type { KeyItem } from './key.ts'

const RESTS: readonly Rest[] = ['stated', 'measured', 'unknown']

/** What the uncertainty of the values shown rests on, each kind as it is drawn. */
export function restsKey(rows: readonly Uncertain[], { rests }: Texts): KeyItem[] {
  const used = new Set(rows.filter(({ value }) => value !== null).map(restOf))
  return RESTS.filter((rest) => used.has(rest)).map((sign) => ({ sign, word: rests[sign] }))
}
