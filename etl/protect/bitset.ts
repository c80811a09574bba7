/** One bit per person of a municipality's year. */
export type Bitset = Uint32Array

/** The set of these persons out of `size`. */
export function bitsetOf(members: ArrayLike<number>, size: number): Bitset {
  const bits = new Uint32Array(Math.ceil(size / 32))
  for (let i = 0; i < members.length; i++) {
    const person = members[i]!
    bits[person >>> 5]! |= 1 << (person & 31)
  }
  return bits
}

/** How many persons are in exactly one of the sets; counting stops once it is above `limit`. */
export function differing(a: Bitset, b: Bitset, limit: number): number {
  let count = 0
  for (let i = 0; i < a.length && count <= limit; i++) count += bitCount(a[i]! ^ b[i]!)
  return count
}

function bitCount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
