import { normal, type Random } from './random.ts'

/** From this variance on a draw is as good as normal. */
const NORMAL_FROM = 25

/** How many of n have what each has with probability p: a draw from the binomial distribution. @param p 0–1 */
export function casesOf(n: number, p: number, random: Random): number {
  const variance = n * p * (1 - p)
  if (variance > NORMAL_FROM) return within(Math.round(n * p + Math.sqrt(variance) * normal(random)), n)
  // The rarer of the two outcomes is drawn, so that counting gap by gap is short.
  return p > 0.5 ? n - rareCases(n, 1 - p, random) : rareCases(n, p, random)
}

const within = (cases: number, n: number) => Math.min(n, Math.max(0, cases))

/** Counts cases by the gaps between them, which are geometric. */
function rareCases(n: number, p: number, random: Random): number {
  if (p <= 0) return 0
  let cases = -1
  for (let at = 0; at <= n; cases++) at += 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - p))
  return cases
}
