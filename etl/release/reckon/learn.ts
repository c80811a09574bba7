import type { DuckDBConnection } from '@duckdb/node-api'
import { type Indicator, isOutsideCatalogue } from '../../../data/model/indicator.ts'
import { rowsOf } from '../../../data/store/duckdb.ts'
import { redefine } from '../definitions.ts'
import { isRenewed, type Renewed } from '../renewed.ts'

/** What an indicator's values tell of it. */
type Seen = {
  position: number
  definition: string
  least: number
  most: number
  /** Of the sizes of its values, where its decimals follow from that. */
  middle: number | null
  /** Decimals of its finest value, three for three or more. */
  finest: number
  bySex: boolean
  answers: boolean
  newest: number
}

const seenOf = (renewed: Renewed) => `
  WITH outside AS MATERIALIZED (
    SELECT position, definition ->> 'kind' NOT IN ('share', 'count', 'yesno') AS measured FROM indicator
    WHERE starts_with(definition ->> 'area', 'kolada-') AND ${isRenewed('position', renewed)}),
  seen AS (
    SELECT figure.indicator AS position, min(value) AS least, max(value) AS most,
      median(abs(value)) FILTER (measured) AS middle,
      max(CASE WHEN value = round(value) THEN 0 WHEN value = round(value, 1) THEN 1
        WHEN value = round(value, 2) THEN 2 ELSE 3 END)::INTEGER AS finest,
      bool_or(sex > 0) AS "bySex", bool_and(value IN (0, 1)) AS answers, max(period)::INTEGER AS newest
    FROM figure JOIN outside ON figure.indicator = outside.position
    WHERE value IS NOT NULL GROUP BY 1)
  SELECT seen.*, definition::TEXT AS definition FROM seen JOIN indicator USING (position) ORDER BY position`

/** Writes what nobody has reviewed as its values show it to be: decimals, sexes, the scale of a share, yes or no, where it ends. */
export async function learnFromValues(connection: DuckDBConnection, renewed: Renewed): Promise<void> {
  const seen = await rowsOf<Seen>(connection, seenOf(renewed))
  const learnt = seen.map(({ position, definition, ...told }): [number, string] => [
    position,
    JSON.stringify(learntOf(JSON.parse(definition) as Indicator, told)),
  ])
  await redefine(connection, new Map(learnt))
}

/** The indicator with what its values tell; one of the catalogue is as it was reviewed. */
function learntOf(indicator: Indicator, seen: Omit<Seen, 'position' | 'definition'>): Indicator {
  if (!isOutsideCatalogue(indicator)) return indicator
  const isShareOfWhole = indicator.kind === 'share' && seen.least >= 0 && seen.most <= 100
  const isNameless = indicator.title.sv === indicator.id
  return {
    ...indicator,
    ...(seen.answers && indicator.unit === 'värde' ? ANSWER : { decimals: decimalsOf(indicator, seen) }),
    ...(isShareOfWhole ? { scale: { min: 0, max: 100 } } : {}),
    bySex: indicator.bySex || seen.bySex,
    discontinued: indicator.discontinued ?? (isNameless && seen.newest >= 2000 ? seen.newest : null),
  }
}

const ANSWER = {
  kind: 'yesno' as const,
  unit: 'ja/nej',
  unitText: { sv: 'ja/nej', en: 'yes/no' },
  scale: { min: 0, max: 1 },
  decimals: 0,
}

/** Three digits that tell, and no more decimals than the source prints. */
function decimalsOf({ kind }: Indicator, { finest, middle }: Pick<Seen, 'finest' | 'middle'>): number {
  if (kind === 'yesno' || kind === 'count') return Math.min(finest, kind === 'count' ? 1 : 0)
  if (kind === 'share') return Math.min(finest, 1)
  return Math.min(finest, middle! >= 100 ? 0 : middle! >= 10 ? 1 : 2)
}
