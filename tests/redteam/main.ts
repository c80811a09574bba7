import { attackAbsent, attackAll } from './attackers.ts'
import { exposureOf } from './exposure.ts'
import { utilityAt } from './utility.ts'

// The red team's long form: every attacker over five seeds, whom a linear program fixes, and what is said of persons who are
// not there; then what protection costs at several sizes. Seeds may be named instead, and `utility` for the last alone.
const named = process.argv.slice(2)
const seeds = named.length > 0 ? named.filter((one) => one !== 'utility') : ['a', 'b', 'c', 'd', 'e']
const table: Record<string, Record<string, number>> = {}
const certain: Record<string, object> = {}
const beyond: string[] = []
for (const seed of seeds) {
  for (const { attacker, auc, limit } of await attackAll(seed)) {
    table[attacker] = { ...table[attacker], [seed]: rounded(auc), limit }
    if (auc > limit) beyond.push(`${attacker}, ${seed}: ${rounded(auc)} > ${limit}`)
  }
  const { isTrue, ...exposure } = await exposureOf(seed)
  certain[seed] = exposure
  const isExact = exposure.exact >= exposure.looked / 2
  if (!isTrue || isExact || exposure.fixed + exposure.undecided > 0)
    beyond.push(`certain, ${seed}: ${JSON.stringify(exposure)}`)
  const absent = 'not in the release at all'
  table[absent] = { ...table[absent], [seed]: rounded(await attackAbsent(seed)) }
}
if (seeds.length > 0) console.table(table)
if (seeds.length > 0) console.table(certain)
const utility: Record<string, object> = {}
const sizes = named.length === 0 || named.includes('utility') ? [30, 60, 150, 400] : []
for (const persons of sizes) utility[`${persons} clients a year`] = await utilityAt(persons)
if (sizes.length > 0) console.table(utility)
for (const line of beyond) console.error(line)
process.exitCode = beyond.length > 0 ? 1 : 0

function rounded(auc: number): number {
  return Math.round(auc * 1000) / 1000
}
