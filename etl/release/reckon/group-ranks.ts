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
  const ranks = new Int16Array(places.codes.length)
  for (const { number, places: members } of groups.slice(1)) {
    const ascending = rankedIn(ranks, amongAll, members)
    for (const place of members) {
      const rank = amongAll[place]!
      if (rank !== UNRANKED) group_rank.add(number, place, sex, position, ascending.indexOf(rank) + 1)
    }
  }
}

/** The ranks among all that members have, ascending: those who share one stand together, the first where its rank is. */
function rankedIn(room: Int16Array, amongAll: Int16Array, members: readonly number[]): Int16Array {
  let count = 0
  for (const place of members) if (amongAll[place] !== UNRANKED) room[count++] = amongAll[place]!
  return room.subarray(0, count).sort()
}

const UNRANKED = 0
