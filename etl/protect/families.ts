import type { Family } from '../../data/instruments/cells.ts'

/**
 * The families among shown sets: which set holds a whole and which its sexes, by place among the sets. A sex that holds
 * the very persons of its whole is the same cell and no part of it.
 */
export function familiesAmong(catalogue: readonly Family[], sets: readonly { cells: readonly number[] }[]): Family[] {
  const setOf = new Map(sets.flatMap(({ cells }, place) => cells.map((cell): [number, number] => [cell, place])))
  return catalogue.flatMap((family) => {
    const whole = setOf.get(family.whole)
    if (whole === undefined) return []
    const parts = family.parts.flatMap((cell) => setOf.get(cell) ?? []).filter((place) => place !== whole)
    return parts.length > 0 ? [{ whole, parts }] : []
  })
}
