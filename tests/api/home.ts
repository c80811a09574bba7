import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBAppender } from '@duckdb/node-api'
import { catalogue } from '../../data/catalogue/index.ts'
import type { Group } from '../../data/model/group.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { type Survey, surveyId } from '../../data/model/survey.ts'
import { openWritable } from '../../data/store/duckdb.ts'
import { storeTold } from '../../data/store/figure-numbers.ts'
import { openFigures } from '../../data/store/figures.ts'
import { type Home, homeAt } from '../../data/store/home.ts'
import type { Manifest } from '../../data/store/manifest.ts'
import { addRelease, releaseId, serveRelease } from '../../data/store/release.ts'
import { type OfUnits, storeUnits } from '../../data/store/units.ts'
import { attachFigures, copyFigures } from '../../etl/release/contents.ts'
import { reckonFigures } from '../../etl/release/reckon/index.ts'

const SCHEMA = readFileSync(new URL('../../data/store/release.sql', import.meta.url), 'utf8')

/** One row of the release's table `value`; what is left out is NULL, loaded at the same moment, from Kolada. */
export type ValueRow = {
  indicator: string
  period: number
  municipality: string
  sex?: 'T' | 'K' | 'M'
  value?: number | null
  status?: 'missing' | 'secrecy' | 'not-applicable' | null
  numerator?: number | null
  denominator?: number | null
  lower?: number | null
  upper?: number | null
  source?: string
  loadedAt?: string
  previous?: { value: number | null; status?: string | null; loadedAt: string }
}

/** A value of a unit, of everyone unless a sex is said. */
export type UnitRow = Omit<ValueRow, 'source' | 'loadedAt' | 'previous'> & { unit: string; name: string }

/** What the source itself says of an indicator: id, title, description, next publication. */
type Published = [string, string, string | null, string | null]

type Content = {
  values: readonly ValueRow[]
  sample?: boolean
  indicators?: object[]
  groups?: Group[]
  published?: Published[]
  surveys?: Survey[]
  units?: readonly UnitRow[]
  /** Instruments whose extracts it was made from too. */
  extracts?: readonly ('asi' | 'ubu')[]
}

/** A home in a folder of its own that is taken away by `remove`. */
export function makeHome(): { home: Home; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'jamsides-api-'))
  return { home: homeAt(root), remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Builds a real release file out of rows and puts it into service, unless told not to. */
export async function publish(home: Home, content: Content, serve = true): Promise<Manifest> {
  const builtAt = new Date()
  const id = releaseId(builtAt, randomBytes(4).toString('hex'))
  const file = join(home.unfinished, `${id}.duckdb`)
  await build(file, id, builtAt.toISOString(), content)
  const manifest = await addRelease(home, file, {
    id,
    builtAt: builtAt.toISOString(),
    sample: content.sample ?? false,
    version: '0.0.0',
    sources: [
      { source: 'kolada', rows: content.values.length, loadedAt: LOADED, file: 'values.csv' },
      ...(content.extracts ?? []).map((source) => ({ source, rows: null, loadedAt: LOADED, file: null })),
    ],
  })
  if (serve) serveRelease(home, id)
  return manifest
}

const LOADED = '2026-01-02T03:04:05.000Z'

async function build(file: string, id: string, builtAt: string, content: Content): Promise<void> {
  const database = await openWritable(file, 256)
  try {
    await database.connection.run(SCHEMA)
    await database.connection.run('INSERT INTO release VALUES ($1, $2, $3, $4)', [
      id,
      builtAt,
      content.sample ?? false,
      '0.0.0',
    ])
    await define(database.connection, 'indicator', [
      ...catalogue().indicators,
      ...((content.indicators as Indicator[]) ?? []),
    ])
    await define(database.connection, 'municipality', catalogue().municipalities)
    await define(database.connection, 'comparison_group', [...catalogue().groups, ...(content.groups ?? [])])
    await storeFigures(`${file}.figures`, content)
    await attachFigures(database.connection, `${file}.figures`)
    await copyFigures(database.connection)
    await database.connection.run('DETACH figures')
    await reckonFigures(database)
    await database.connection.run('CHECKPOINT')
  } finally {
    database.close()
  }
}

type Connection = Awaited<ReturnType<typeof openWritable>>['connection']

async function define(connection: Connection, table: string, definitions: readonly object[]): Promise<void> {
  const appender = await connection.createAppender(table)
  definitions.forEach((definition, position) => {
    const { id, code } = definition as { id?: string; code?: string }
    appender.appendVarchar((id ?? code)!)
    appender.appendInteger(position)
    appender.appendVarchar(JSON.stringify(definition))
    appender.endRow()
  })
  appender.closeSync()
}

const TABLES = ['figure', 'revision'] as const

/** Stores the rows as the ETL does, in a store of figures beside the release. */
async function storeFigures(path: string, { values, published, surveys, units = [] }: Content): Promise<void> {
  const { connection, close } = await openFigures(path)
  try {
    for (const table of TABLES) await connection.run(`CREATE TEMP TABLE told_${table} AS FROM ${table} LIMIT 0`)
    const [figures, revisions] = [
      await connection.createAppender('told_figure', 'main', 'temp'),
      await connection.createAppender('told_revision', 'main', 'temp'),
    ]
    for (const row of values) {
      appendFigure(figures, row)
      figures.endRow()
      if (!row.previous) continue
      appendFigure(revisions, { ...row, ...row.previous } as ValueRow)
      revisions.appendVarchar(row.loadedAt ?? LOADED)
      revisions.endRow()
    }
    figures.closeSync()
    revisions.closeSync()
    for (const table of TABLES) await storeTold(connection, table, `FROM told_${table}`)
    await storeUnits(connection, ofUnits(units), { source: 'kolada', loadedAt: LOADED })
    for (const survey of surveys ?? []) {
      await connection.run('INSERT INTO survey VALUES ($1, $2)', [surveyId(survey), JSON.stringify(survey)])
    }
    for (const words of published ?? []) {
      await connection.run('INSERT INTO published_indicator VALUES ($1, $2, $3, $4)', [...words])
    }
  } finally {
    close()
  }
}

const ofUnits = (rows: readonly UnitRow[]): OfUnits => ({
  units: new Map(rows.map(({ unit: id, municipality, name }) => [id, { id, municipality, name }])),
  unitFigures: rows.map(({ indicator, period, unit, sex = 'T', value = null, status = null }) => ({
    ...{ indicator, period, unit, sex, value, status, deleted: false },
  })),
})

function appendFigure(appender: DuckDBAppender, row: ValueRow): void {
  const text = (value: string | null | undefined) =>
    value == null ? appender.appendNull() : appender.appendVarchar(value)
  const number = (value: number | null | undefined) =>
    value == null ? appender.appendNull() : appender.appendDouble(value)
  text(row.indicator)
  text(row.sex ?? 'T')
  appender.appendSmallInt(row.period)
  text(row.municipality)
  number(row.value)
  text(row.status ?? (row.value == null ? 'missing' : null))
  text(null)
  number(row.numerator)
  number(row.denominator)
  number(row.lower)
  number(row.upper)
  text(row.source ?? 'kolada')
  text(row.loadedAt ?? LOADED)
}
