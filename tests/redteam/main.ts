import { attackAbsent, attackAll } from './attackers.ts'
import { utilityAt } from './utility.ts'

// The red team's long form: every attacker over five seeds, beside them what is said of persons who are not there; then
// what protection costs at several sizes.
const seeds = process.argv.slice(2)
const table: Record<string, Record<string, number>> = {}
const beyond: string[] = []
for (const seed of seeds.length > 0 ? seeds : ['a', 'b', 'c', 'd', 'e']) {
  for (const { attacker, auc, limit } of await attackAll(seed)) {
    table[attacker] = { ...table[attacker], [seed]: rounded(auc), limit }
    if (auc > limit) beyond.push(`${attacker}, ${seed}: ${rounded(auc)} > ${limit}`)
  }
  const absent = 'not in the release at all'
  table[absent] = { ...table[absent], [seed]: rounded(await attackAbsent(seed)) }
}
console.table(table)
const utility: Record<string, object> = {}
for (const persons of [30, 60, 150, 400]) utility[`${persons} clients a year`] = await utilityAt(persons)
console.table(utility)
for (const line of beyond) console.error(line)
process.exitCode = beyond.length > 0 ? 1 : 0

function rounded(auc: number): number {
  return Math.round(auc * 1000) / 1000
}
