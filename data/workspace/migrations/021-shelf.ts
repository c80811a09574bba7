import type { Kysely } from 'kysely'
import { sql } from '../kysely.ts'
import type { Migration } from '../migration.ts'

/** Words are sought by their first letters: compared letter by letter, whatever the language of the server. */
const BY_LETTERS = { sqlite: sql`text`, postgres: sql`text collate "C"` }

export const shelf: Migration = {
  id: '021-shelf',
  async up(database, engine) {
    let source = database.schema.createTable('shelf_source').addColumn('id', 'text', (column) => column.primaryKey())
    for (const column of ['title', 'author', 'theme', 'url', 'account', 'saved_at'])
      source = source.addColumn(column as 'id', 'text', (one) => one.notNull())
    await source
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('letters', 'integer', (column) => column.notNull())
      .addColumn('year', 'integer')
      .addColumn('bytes', 'bigint')
      .addColumn('sha256', 'text')
      .execute()
    await texts(database)
    await words(database, engine)
  },
}

async function texts(database: Kysely<unknown>) {
  await database.schema
    .createTable('shelf_text')
    .addColumn('source', 'text', (column) => column.primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute()
  await database.schema
    .createTable('shelf_piece')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('shelf_piece_key', ['source', 'place'])
    .execute()
}

async function words(database: Kysely<unknown>, engine: keyof typeof BY_LETTERS) {
  await database.schema
    .createTable('shelf_word')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('word', BY_LETTERS[engine], (column) => column.notNull())
    .addColumn('weight', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('shelf_word_key', ['source', 'word'])
    .execute()
  await database.schema.createIndex('shelf_word_at').on('shelf_word').columns(['word', 'source']).execute()
}
