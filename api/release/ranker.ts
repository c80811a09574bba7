import { type RankLimits, rankLimitsOf } from '../../data/figures/rank-limits.ts'

/** Reckons the intervals of many ranks, here or elsewhere. */
export type Ranker = (...given: Parameters<typeof rankLimitsOf>) => Promise<ReadonlyMap<string, RankLimits>>

export const rankedHere: Ranker = async (...given) => rankLimitsOf(...given)
