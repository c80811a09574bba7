import { type Bitset, differing } from './bitset.ts'

/** Persons of one or more cells that hold exactly the same ones. `order` is the first cell's place in the catalogue. */
export interface PersonSet {
  order: number
  cells: number[]
  n: number
  bits: Bitset
}

type Candidate = Omit<PersonSet, 'cells'>

/** Cells of the same persons are one (disclosure rule 3). Sets of equal size are compared bit by bit. */
export function mergeIdentical(cells: readonly Candidate[]): PersonSet[] {
  const bySize = new Map<number, PersonSet[]>()
  for (const cell of [...cells].sort((a, b) => a.order - b.order)) {
    const ofSize = bySize.get(cell.n) ?? []
    const same = ofSize.find((set) => differing(set.bits, cell.bits, 0) === 0)
    if (same) same.cells.push(cell.order)
    else bySize.set(cell.n, [...ofSize, { ...cell, cells: [cell.order] }])
  }
  return [...bySize.values()].flat().sort((a, b) => a.order - b.order)
}

/**
 * The sets that must be hidden so that any two that remain differ by nobody or by at least k persons (disclosure rule 3).
 *
 * While two differ in 1…k−1 persons the smaller of a pair goes (of equal ones the later in the catalogue), beginning
 * with the set that is the smaller one in most such pairs; of several such sets the later in the catalogue goes first.
 */
export function pairRule(sets: readonly PersonSet[], k: number): Set<PersonSet> {
  const smallerIn = smallersOf(sets, k)
  const hidden = new Set<PersonSet>()
  for (let next = mostOften(smallerIn); next; next = mostOften(smallerIn)) {
    hidden.add(next)
    smallerIn.delete(next)
    for (const larger of smallerIn.values()) larger.delete(next)
  }
  return hidden
}

/** For each set those from which it differs too little and beside which it is the smaller one. */
function smallersOf(sets: readonly PersonSet[], k: number): Map<PersonSet, Set<PersonSet>> {
  const smallerIn = new Map<PersonSet, Set<PersonSet>>()
  const bySize = [...sets].sort((a, b) => a.n - b.n || b.order - a.order)
  for (const [i, smaller] of bySize.entries()) {
    const larger = new Set<PersonSet>()
    for (let j = i + 1; j < bySize.length && bySize[j]!.n - smaller.n < k; j++) {
      if (differing(smaller.bits, bySize[j]!.bits, k - 1) < k) larger.add(bySize[j]!)
    }
    if (larger.size > 0) smallerIn.set(smaller, larger)
  }
  return smallerIn
}

function mostOften(smallerIn: Map<PersonSet, Set<PersonSet>>): PersonSet | undefined {
  let found: PersonSet | undefined
  let most = 0
  for (const [set, larger] of smallerIn) {
    if (larger.size > most || (larger.size === most && most > 0 && set.order > found!.order)) {
      found = set
      most = larger.size
    }
  }
  return found
}
