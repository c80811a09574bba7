import type { Migration } from '../migration.ts'

export const placemats: Migration = {
  id: '022-placemats',
  async up(database) {
    let table = database.schema
      .createTable('meeting_placemat')
      .addColumn('code_hash', 'text', (one) => one.primaryKey())
    for (const column of ['meeting', 'municipality', 'until'])
      table = table.addColumn(column as 'code_hash', 'text', (one) => one.notNull())
    await table.execute()
  },
}
