import { roomyDomain } from './ticks.ts'

/** From where to where a scale goes, and whether its steps are equal or each ten times the one before. */
export type Reach = { domain: [number, number]; type: 'linear' | 'log' }

/** Values that reach over two orders of magnitude would lie in a heap on equal steps. */
const ORDERS = 100

/** The scale that the values want: logarithmic where they are all above zero and the largest is a hundred times the smallest. */
export function reachOf(values: readonly number[], kind: string): Reach {
  const known = values.length > 0 ? values : [0, 1]
  const [low, high] = [Math.min(...known), Math.max(...known)]
  if (low > 0 && high / low >= ORDERS) return { domain: [low / 1.3, high * 1.3], type: 'log' }
  return { domain: roomyDomain(known, kind), type: 'linear' }
}

/** How far along a scale a value lies, 0–1. */
export function along(value: number, { domain, type }: Reach): number {
  const [at, low, high] = [value, ...domain].map((one) => (type === 'log' ? Math.log(one) : one)) as [
    number,
    number,
    number,
  ]
  return (at - low) / (high - low)
}
