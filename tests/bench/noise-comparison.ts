import { DuckDBInstance } from '@duckdb/node-api'
import { rowsOf } from '../../data/store/duckdb.ts'

/** Where both are known: half the width of the interval that the base gives, and of the band that was measured; medians over municipalities. */
export type Compared = { indicator: string; municipalities: number; stated: number; measured: number }

const COMPARED = `
  SELECT id AS indicator, count(*)::INTEGER AS municipalities, median((upper - lower) / 2) AS stated, median(1.96 * sd) AS measured
  FROM standing JOIN indicator ON position = indicator
  WHERE sex = 0 AND lower IS NOT NULL AND upper IS NOT NULL AND sd IS NOT NULL
  GROUP BY id ORDER BY id`

/** Every indicator of a release whose n is known of some and whose noise was measured, in its latest year. */
export async function noiseComparison(file: string): Promise<Compared[]> {
  const release = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
  const connection = await release.connect()
  try {
    return await rowsOf<Compared>(connection, COMPARED)
  } finally {
    connection.closeSync()
    release.closeSync()
  }
}

/** Measured noise holds real movement too, so it should be no smaller than what the base alone gives. */
export const isNoSmaller = ({ stated, measured }: Compared): boolean => measured >= stated
