import type { DuckDBConnection } from '@duckdb/node-api'
import type { Catalogue } from '../../data/catalogue/build.ts'
import { rowsOf } from '../../data/store/duckdb.ts'
import type { Stored } from './stored.ts'

type Definition = { id: string; definition: string }

/** Writes indicators, municipalities and groups as they stand now, so that a release keeps its own. */
export async function writeDefinitions(
  connection: DuckDBConnection,
  catalogue: Catalogue,
  stored: Stored,
): Promise<void> {
  const declared = stored.declared.map(identified)
  const known = catalogue.indicators.map((indicator) => ({ id: indicator.id, definition: JSON.stringify(indicator) }))
  await writeList(connection, 'indicator', [...known, ...declared.filter(({ id }) => !catalogue.indicatorById.has(id))])
  await writeList(
    connection,
    'municipality',
    catalogue.municipalities.map((municipality) => ({
      id: municipality.code,
      definition: JSON.stringify(municipality),
    })),
  )
  const groups = catalogue.groups.map((group) => ({ id: group.id, definition: JSON.stringify(group) }))
  await writeList(connection, 'comparison_group', [...groups, ...stored.groups.map(identified)])
}

const identified = (definition: string): Definition => ({ id: JSON.parse(definition).id, definition })

type Table = 'indicator' | 'municipality' | 'comparison_group'

async function writeList(connection: DuckDBConnection, table: Table, definitions: Definition[]): Promise<void> {
  const appender = await connection.createAppender(table)
  definitions.forEach(({ id, definition }, position) => {
    appender.appendVarchar(id)
    appender.appendInteger(position)
    appender.appendVarchar(definition)
    appender.endRow()
  })
  appender.closeSync()
}

/**
 * Copies every figure with what it was before, in the order that the API reads them.
 * @returns how many
 */
export async function copyFigures(connection: DuckDBConnection, figures: string): Promise<number> {
  await connection.run(`ATTACH '${figures.replaceAll("'", "''")}' AS figures (READ_ONLY)`)
  await connection.run(`
    INSERT INTO value
    WITH previous AS (
      FROM figures.revision
      QUALIFY row_number() OVER (PARTITION BY indicator, sex, period, municipality ORDER BY replaced_at DESC) = 1
    )
    SELECT indicator, sex, period, municipality, now.value, now.status, now.token, now.numerator, now.denominator,
           now.source, now.loaded_at, previous.value, previous.status, previous.loaded_at
    FROM figures.figure AS now LEFT JOIN previous USING (indicator, sex, period, municipality)
    ORDER BY indicator, sex, period, municipality`)
  await connection.run('INSERT INTO published_indicator FROM figures.published_indicator ORDER BY id')
  const [row] = await rowsOf<{ values: number }>(connection, 'SELECT count(*)::INTEGER AS "values" FROM value')
  return row!.values
}
