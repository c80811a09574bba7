import type { ColumnDataType, CreateTableBuilder, Kysely } from 'kysely'
import type { Migration } from '../migration.ts'

type Columns = Record<string, ColumnDataType | `${'text' | 'bigint' | 'integer'}!`>

const UPLOAD: Columns = {
  account: 'text!',
  municipality: 'text!',
  source: 'text!',
  language: 'text!',
  state: 'text!',
  created_at: 'text!',
  changed_at: 'text!',
  queued: 'bigint',
  bytes: 'bigint',
  sha256: 'text',
  mapping: 'text',
  report: 'text',
  proposal: 'text',
  preview: 'text',
  years: 'text',
  rules: 'text',
  failure: 'text',
  progress: 'integer!',
  acknowledged: 'text',
  approved_by: 'text',
  approved_at: 'text',
  seconded_by: 'text',
  seconded_at: 'text',
  waits_for: 'text',
  reason: 'text',
  work: 'text',
  extract: 'text',
  release: 'text',
  anchor_seq: 'bigint',
  anchor_hash: 'text',
}

const MAPPING: Columns = {
  municipality: 'text!',
  instrument: 'text!',
  system: 'text!',
  body: 'text!',
  shared: 'integer!',
  account: 'text!',
  changed_at: 'text!',
}

const EXPECTATION: Columns = {
  municipality: 'text!',
  source: 'text!',
  year: 'integer!',
  due: 'text!',
  account: 'text!',
  changed_at: 'text!',
}

/** A `!` behind the type: never empty. */
function withColumns<T extends string>(table: CreateTableBuilder<T>, columns: Columns) {
  return Object.entries(columns).reduce<CreateTableBuilder<T, string>>((made, [name, type]) => {
    const plain = type.toString().replace('!', '') as ColumnDataType
    return made.addColumn(name, plain, (column) => (type.toString().endsWith('!') ? column.notNull() : column))
  }, table)
}

const keyed = (database: Kysely<unknown>, name: string) =>
  database.schema.createTable(name).addColumn('id', 'text', (column) => column.primaryKey())

export const uploads: Migration = {
  id: '010-uploads',
  async up(database) {
    await withColumns(keyed(database, 'upload'), UPLOAD).execute()
    await database.schema.createIndex('upload_state').on('upload').columns(['state', 'queued']).execute()
    await database.schema.createIndex('upload_municipality').on('upload').columns(['municipality']).execute()
    await withColumns(keyed(database, 'mapping'), MAPPING)
      .addUniqueConstraint('mapping_once', ['municipality', 'instrument', 'system'])
      .execute()
    await withColumns(database.schema.createTable('expectation'), EXPECTATION)
      .addPrimaryKeyConstraint('expectation_once', ['municipality', 'source', 'year'])
      .execute()
  },
}
