import type { Kysely } from 'kysely'
import { sql } from '../kysely.ts'
import type { Migration } from '../migration.ts'

const KEPT = [
  ['meeting_code', 'code_hash'],
  ['meeting_pass', 'token_hash'],
  ['meeting_placemat', 'code_hash'],
] as const

/** The digests of codes and passes are written as all others are: base64url, no longer hexadecimal. */
export const oneDigest: Migration = {
  id: '023-one-digest',
  async up(database) {
    for (const [table, column] of KEPT) await rewrite(database, sql.table(table), sql.ref(column))
  },
}

async function rewrite(
  database: Kysely<unknown>,
  table: ReturnType<typeof sql.table>,
  column: ReturnType<typeof sql.ref>,
): Promise<void> {
  const { rows } = await sql<{ digest: string }>`SELECT ${column} AS digest FROM ${table}`.execute(database)
  for (const { digest } of rows) {
    const written = Buffer.from(digest, 'hex').toString('base64url')
    await sql`UPDATE ${table} SET ${column} = ${written} WHERE ${column} = ${digest}`.execute(database)
  }
}
