/** How many municipalities have a value in a year. */
export type Covered = { period: number; count: number }

/** How far back the best coverage of an indicator is looked for, its newest year included. */
const YEARS_LOOKED_AT = 10

/**
 * The year that is shown where none is asked for, whatever is compared: the newest in which the number of municipalities with
 * a value is at least half of the highest that the indicator had in any of its last ten years. The ten years end with the
 * newest that has any value. Null where no municipality ever had one.
 */
export function latestYear(years: readonly Covered[]): number | null {
  const valued = years.filter(({ count }) => count > 0).sort((a, b) => b.period - a.period)
  const recent = valued.filter(({ period }) => period > valued[0]!.period - YEARS_LOOKED_AT)
  const most = Math.max(...recent.map(({ count }) => count))
  return recent.find(({ count }) => 2 * count >= most)?.period ?? null
}
