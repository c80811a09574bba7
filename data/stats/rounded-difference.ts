const SCALE = 1e10

/** value to 10 decimals, halves away from zero; numbers too large to have decimals stay as they are. */
export function toTenDecimals(value: number): number {
  const scaled = Math.abs(value) * SCALE
  return scaled > Number.MAX_SAFE_INTEGER ? value : (Math.sign(value) * Math.round(scaled)) / SCALE + 0
}

/** after − before to 10 decimals, so that 0.3 − 0.2 and 0.2 − 0.1 are the same change. */
export const roundedDifference = (before: number, after: number): number => toTenDecimals(after - before)
