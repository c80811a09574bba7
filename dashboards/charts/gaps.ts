/**
 * The course of a line with its gaps: a year in between that has no value breaks it. What is only measured every second year
 * has no gaps for that.
 * @param course in order of year
 * @param years every year in which the indicator has values, in order
 */
export function withGaps<P extends { period: number; value: number | null }>(
  course: readonly P[],
  years: readonly number[],
): { period: number; value: number | null }[] {
  const usual = Math.min(...years.slice(1).map((year, at) => year - years[at]!))
  const known = course.filter(({ value }) => value !== null)
  return known.flatMap((point, at) => {
    const next = known[at + 1]
    return next && next.period - point.period > usual
      ? [point, { ...point, period: point.period + usual, value: null }]
      : [point]
  })
}
