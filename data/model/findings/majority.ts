/** From so many on, chance alone is weighed; below, more than half is told as it is. */
const MANY = 20

/**
 * Which of two counts is a majority of all: more than half, and of many more than chance would part them by (a sign test,
 * |a − b| against 1.96·√(a + b)).
 */
export function majorityOf(a: number, b: number, of: number): 'a' | 'b' | null {
  const most = Math.max(a, b)
  if (most * 2 <= of) return null
  if (of >= MANY && Math.abs(a - b) <= 1.96 * Math.sqrt(a + b)) return null
  return a > b ? 'a' : 'b'
}
