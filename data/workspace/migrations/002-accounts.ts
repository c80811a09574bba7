import type { Migration } from '../migration.ts'

export const accounts: Migration = {
  id: '002-accounts',
  async up({ schema }) {
    await schema
      .createTable('account')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.unique())
      .addColumn('password', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('roles_from', 'text', (column) => column.notNull())
      .addColumn('closed_at', 'text')
      .execute()
    await schema
      .createTable('account_role')
      .addColumn('account', 'text', (column) => column.notNull().references('account.id').onDelete('cascade'))
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('account_role_once', ['account', 'role', 'scope'])
      .execute()
    await schema
      .createTable('identity')
      .addColumn('issuer', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('account', 'text', (column) => column.notNull().references('account.id').onDelete('cascade'))
      .addColumn('linked_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('identity_once', ['issuer', 'subject'])
      .execute()
    await schema
      .createTable('one_time_link')
      .addColumn('digest', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('account', 'text', (column) => column.references('account.id').onDelete('cascade'))
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .execute()
  },
}
