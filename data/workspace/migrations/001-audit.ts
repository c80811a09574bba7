import { sql } from '../kysely.ts'
import type { Migration } from '../migration.ts'

/** Against mistakes, not against an enemy who owns the file: he meets the chain and its anchors. */
const APPEND_ONLY = {
  sqlite: [
    `CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'audit is append-only'); END`,
    `CREATE TRIGGER audit_unchanged BEFORE UPDATE OF seq, time, actor, action, object, digest, hash ON audit
     BEGIN SELECT raise(ABORT, 'audit is append-only'); END`,
  ],
  postgres: [
    `CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$`,
    `CREATE TRIGGER audit_stays BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_append_only()`,
    `CREATE TRIGGER audit_unchanged BEFORE UPDATE OF seq, time, actor, action, object, digest, hash ON audit
     FOR EACH ROW EXECUTE FUNCTION audit_append_only()`,
  ],
}

export const audit: Migration = {
  id: '001-audit',
  async up(database, engine) {
    await database.schema
      .createTable('audit')
      .addColumn('seq', 'bigint', (column) => column.primaryKey())
      .addColumn('time', 'text', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('object', 'text', (column) => column.notNull())
      .addColumn('body', 'text')
      .addColumn('salt', 'text')
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute()
    for (const statement of APPEND_ONLY[engine]) await sql.raw(statement).execute(database)
  },
}
