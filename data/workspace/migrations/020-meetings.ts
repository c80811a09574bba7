import type { Kysely } from 'kysely'
import { sql } from '../kysely.ts'
import type { Migration } from '../migration.ts'

const PARTS = ['meeting', 'kind', 'id', 'author', 'by', 'made_at', 'saved_at', 'body']

const KEYED: Record<string, { columns: string[]; key: string[] }> = {
  meeting_invited: { columns: ['meeting', 'municipality'], key: ['meeting', 'municipality'] },
  meeting_account: { columns: ['meeting', 'account', 'participant'], key: ['meeting', 'account'] },
  meeting_pass: { columns: ['token_hash', 'meeting', 'participant', 'until'], key: ['token_hash'] },
  meeting_code: { columns: ['code_hash', 'meeting', 'until'], key: ['code_hash'] },
  meeting_hold: { columns: ['meeting', 'part', 'participant', 'until'], key: ['meeting', 'part'] },
}

/** Courtesy against mistakes; only the deletion of a whole session takes its history away. */
const APPEND_ONLY = {
  sqlite: [
    `CREATE TRIGGER meeting_change_unchanged BEFORE UPDATE ON meeting_change
     BEGIN SELECT raise(ABORT, 'meeting_change is append-only'); END`,
  ],
  postgres: [
    `CREATE FUNCTION meeting_change_append_only() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'meeting_change is append-only'; END $$`,
    `CREATE TRIGGER meeting_change_unchanged BEFORE UPDATE ON meeting_change
     FOR EACH ROW EXECUTE FUNCTION meeting_change_append_only()`,
  ],
}

export const meetings: Migration = {
  id: '020-meetings',
  async up(database, engine) {
    let part = database.schema.createTable('meeting_part')
    for (const column of PARTS) part = part.addColumn(column, 'text', (one) => one.notNull())
    await part
      .addColumn('version', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('meeting_part_key', ['meeting', 'id'] as never[])
      .execute()
    await changes(database)
    for (const [table, { columns, key }] of Object.entries(KEYED)) await keyed(database, table, columns, key)
    await database.schema.createIndex('meeting_part_kind').on('meeting_part').columns(['kind', 'meeting']).execute()
    await database.schema.createIndex('meeting_change_of').on('meeting_change').columns(['meeting', 'seq']).execute()
    for (const statement of APPEND_ONLY[engine]) await sql.raw(statement).execute(database)
  },
}

async function changes(database: Kysely<unknown>) {
  let table = database.schema
    .createTable('meeting_change')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('body', 'text')
  for (const column of ['meeting', 'kind', 'id', 'author', 'by', 'at'])
    table = table.addColumn(column as 'body', 'text', (one) => one.notNull())
  await table.addUniqueConstraint('meeting_change_version', ['meeting', 'id', 'version'] as never[]).execute()
}

async function keyed(database: Kysely<unknown>, name: string, columns: string[], key: string[]) {
  let table = database.schema.createTable(name)
  for (const column of columns) table = table.addColumn(column, 'text', (one) => one.notNull())
  await table.addPrimaryKeyConstraint(`${name}_key`, key as never[]).execute()
}
