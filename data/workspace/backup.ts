import { chmodSync, rmSync } from 'node:fs'
import { renameIntoPlace } from '../store/atomic.ts'
import type { Opened, Reading, Writing } from './engine.ts'
import { appliedIn, migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { openSqlite } from './sqlite.ts'
import { TABLES } from './tables.ts'

/**
 * Makes a whole copy of the workspace as one SQLite file, readable by its owner only, while work goes on. Of a PostgreSQL too:
 * the tables are the same.
 * @throws Error when the file exists or cannot be written
 */
export async function backUp(opened: Opened, path: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`
  rmSync(beside, { force: true })
  try {
    await (opened.copyTo?.(beside) ?? copyRows(opened, beside))
    chmodSync(beside, 0o600)
    renameIntoPlace(beside, path)
  } finally {
    rmSync(beside, { force: true })
  }
}

/** Copies every table of a workspace into a new SQLite file that has been through the same migrations. */
async function copyRows(opened: Opened, path: string): Promise<void> {
  const rows = `${path}.rows`
  const copy = await openSqlite(rows)
  try {
    const asOne = opened.read.transaction().setIsolationLevel('repeatable read')
    await asOne.execute(async (source) => {
      const applied = await appliedIn(source)
      await migrate(
        copy,
        '',
        migrations.filter(({ id }) => applied.has(id)),
      )
      await copy.write((transaction) => fill(transaction, source))
    })
    await copy.copyTo!(path)
  } finally {
    await copy.close()
    for (const part of ['', '-wal', '-shm']) rmSync(`${rows}${part}`, { force: true })
  }
}

/** Fills the empty tables of a workspace with the rows of another that has been through the same migrations. */
async function fill(into: Writing, from: Reading): Promise<void> {
  const there = new Set((await from.introspection.getTables()).map(({ name }) => name))
  for (const name of TABLES.filter((table) => there.has(table))) {
    const rows = await from.selectFrom(name).selectAll().execute()
    for (const row of rows)
      await into
        .insertInto(name)
        .values(row as never)
        .execute()
  }
}
