import type { Migration } from '../migration.ts'

export const reminders: Migration = {
  id: '011-reminders',
  async up({ schema }) {
    await schema.alterTable('expectation').addColumn('reminded_at', 'text').execute()
  },
}
