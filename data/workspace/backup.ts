import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { renameIntoPlace } from '../store/atomic.ts'
import { appliedIn, migrate } from './migrate.ts'
import type { Migration } from './migration.ts'
import { migrations } from './migrations.ts'
import { openSqlite } from './sqlite.ts'
import { TABLES } from './tables.ts'
import type { Reading, Workspace, Writing } from './workspace.ts'

/**
 * Makes a whole copy of the workspace as one SQLite file, readable by its owner only, while work goes on. Of a PostgreSQL too:
 * the tables are the same.
 * @throws Error when the file exists or cannot be written
 */
export async function backUp(opened: Workspace, path: string): Promise<void> {
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

/** A copy in the folder of backups, by the time and by what will change. */
export async function backUpBefore(opened: Workspace, backups: string, { id }: Migration): Promise<void> {
  mkdirSync(backups, { recursive: true, mode: 0o700 })
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const path = join(backups, `workspace-${time}-before-${id}.sqlite`)
  if (!existsSync(path)) await backUp(opened, path)
}

/** Copies every table of a workspace into a new SQLite file that has been through the same migrations. */
async function copyRows(opened: Workspace, path: string): Promise<void> {
  const rows = `${path}.rows`
  const copy = await openSqlite(rows)
  try {
    const asOne = opened.read.transaction().setIsolationLevel('repeatable read')
    await asOne.execute(async (source) => {
      const applied = await appliedIn(source)
      await migrate(
        copy,
        async () => {},
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
