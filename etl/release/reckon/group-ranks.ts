import { countBelow } from '../../../data/stats/index.ts'
import type { Ground } from './ground.ts'
import type { Writers } from './rows.ts'

type Ranked = { sex: number; position: number; stood: readonly { place: number; rank: number | null }[] }

/** The rank of every municipality within each group but all: by the ranks among all, which order a group as its values do. */
export function writeGroupRanks(
  { group_rank }: Writers,
  { groups, places }: Ground,
  { sex, position, stood }: Ranked,
): void {
  const amongAll = new Int16Array(places.codes.length)
  for (const { place, rank } of stood) amongAll[place] = rank ?? UNRANKED
  for (const { number, places: members } of groups.slice(1)) {
    const ranked = members.filter((place) => amongAll[place] !== UNRANKED)
    const ascending = Float64Array.from(ranked, (place) => amongAll[place]!).sort()
    for (const place of ranked)
      group_rank.add(number, place, sex, position, countBelow(ascending, amongAll[place]!) + 1)
  }
}

const UNRANKED = 0
