/** The methods that a figure can rest on, in the order in which the method page explains them. */
export const METHODS = [
  'share-interval',
  'rate-interval',
  'mean-interval',
  'measured-noise',
  'rank',
  'band',
  'reference',
  'quartiles',
  'units',
  'sex-gap',
  'funnel',
  'trend',
  'correlation',
  'likeness',
  'standardised',
  'reliable-change',
  'paired-change',
  'shrinkage',
  'control-chart',
  'grades',
  'follow-up',
  'protection',
] as const
export type MethodId = (typeof METHODS)[number]

const INTERVALS: Readonly<Record<string, MethodId>> = { share: 'share-interval', rate: 'rate-interval' }

/** How the interval around a value of a kind is made; empty for a kind that has none. */
export function intervalMethods(kind: string): readonly MethodId[] {
  const method = INTERVALS[kind]
  return method ? [method] : []
}
