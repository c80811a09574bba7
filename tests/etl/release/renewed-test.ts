import { expect, test } from 'vitest'
import { eachRow } from '../../../data/store/columns.ts'
import { openWritable, rowsOf } from '../../../data/store/duckdb.ts'
import { isAmong } from '../../../etl/release/renewed.ts'

const INDICATORS = 1500
/** Several row groups, of 122,880 rows each, are read at once. */
const ROWS_OF_EACH = 600

test('rows of many indicators, and of all but those, are streamed in the order in which they lie', async () => {
  const { connection, close } = await openWritable(':memory:')
  try {
    await connection.run(
      `CREATE TABLE figure AS SELECT (row // ${ROWS_OF_EACH})::SMALLINT AS indicator, row::INTEGER AS row FROM range(${INDICATORS * ROWS_OF_EACH}) AS rows(row)`,
    )
    const some = Array.from({ length: INDICATORS }, (_, at) => at).filter((at) => at % 5 !== 0 && at > 7)
    for (const [condition, count] of [
      [isAmong('indicator', some), some.length],
      [`NOT ${isAmong('indicator', some)}`, INDICATORS - some.length],
      [isAmong('indicator', []), 0],
      [isAmong('indicator', [3]), 1],
    ] as const) {
      const met: number[] = []
      await eachRow(await connection.stream(`SELECT row FROM figure WHERE ${condition}`), ([row], at) => {
        met.push(row!.getItem(at)!)
      })
      expect(met.length).toBe(count * ROWS_OF_EACH)
      expect(met.filter((one, at) => at > 0 && one < met[at - 1]!).length).toBe(0)
    }
    const wanted = await rowsOf(
      connection,
      `SELECT DISTINCT indicator FROM figure WHERE ${isAmong('indicator', some)} ORDER BY 1`,
    )
    expect(wanted).toEqual(some.map((indicator) => ({ indicator })))
  } finally {
    close()
  }
})
