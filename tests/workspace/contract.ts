import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { homeAt } from '../../data/store/home.ts'
import { append, type Deed, eraseParticulars, lastAnchor, verifyAudit } from '../../data/workspace/audit.ts'
import { backUp, backUpBefore } from '../../data/workspace/backup.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { WorkspaceFault } from '../../data/workspace/fault.ts'
import { migrate } from '../../data/workspace/migrate.ts'
import type { Migration } from '../../data/workspace/migration.ts'
import { migrations } from '../../data/workspace/migrations.ts'
import { TABLES } from '../../data/workspace/tables.ts'
import type { Place, Workspace } from '../../data/workspace/workspace.ts'
import { subjects } from './contract-subjects.ts'
import { meetingsContract } from './meetings-contract.ts'
import { shelfContract } from './shelf-contract.ts'

/** One promise that a workspace keeps on both engines and every Node. @param place an empty one of its own */
type Promised = (workspace: Workspace, place: Place) => Promise<void>

const deed = (number: number): Deed => ({
  actor: 'anna',
  action: 'account.changed',
  object: `${number}`,
  body: { number },
})

const addTo = (workspace: Workspace, from: number, to: number) =>
  Promise.all(
    Array.from({ length: to - from }, (_, i) => workspace.write((transaction) => append(transaction, deed(from + i)))),
  )

/** Changes the audit log as somebody would who owns the store. */
const tamper = (workspace: Workspace, statement: string) =>
  workspace.write(async (transaction) => {
    const off = {
      sqlite: ['DROP TRIGGER IF EXISTS audit_stays', 'DROP TRIGGER IF EXISTS audit_unchanged'],
      postgres: ['ALTER TABLE audit DISABLE TRIGGER ALL'],
    }
    for (const one of [...off[workspace.engine], statement]) await sql.raw(one).execute(transaction)
  })

/** What the store of accounts, receipts and sessions promises; plain assertions, so that any Node can run them. */
export const contract: Record<string, Promised> = {
  ...subjects,

  'is opened again as it was left': async (workspace, place) => {
    await addTo(workspace, 0, 3)
    const again = await openWorkspace(place)
    assert.deepEqual(await lastAnchor(again.read), await lastAnchor(workspace.read))
    await again.close()
  },

  'keeps its audit log whole, however many write at once': async (workspace) => {
    await addTo(workspace, 0, 200)
    const { state, end } = await verifyAudit(workspace.read)
    assert.deepEqual([state, end.seq], ['whole', 200])
  },

  'keeps nothing of what failed halfway': async (workspace) => {
    const failing = workspace.write(async (transaction) => {
      await append(transaction, deed(1))
      throw new Error('halfway')
    })
    await assert.rejects(failing, /halfway/)
    assert.equal((await lastAnchor(workspace.read)).seq, 0)
  },

  'reads what is committed while another writes, and refuses to write inside of writing': async (workspace) => {
    await workspace.write(async (transaction) => {
      await append(transaction, deed(1))
      assert.equal((await lastAnchor(workspace.read)).seq, 0)
      assert.equal((await lastAnchor(transaction)).seq, 1)
      await assert.rejects(
        workspace.write(async () => {}),
        /inside of write/,
      )
    })
  },

  'finds a line that was altered': async (workspace) => {
    const particulars = `UPDATE audit SET body = '{"number":9}' WHERE seq = 4`
    const whoDidIt = `UPDATE audit SET actor = 'eve' WHERE seq = 3`
    const oneGone = 'DELETE FROM audit WHERE seq = 2'
    await addTo(workspace, 0, 6)
    for (const [statement, at] of [
      [particulars, 4],
      [whoDidIt, 3],
      [oneGone, 2],
    ] as const) {
      await tamper(workspace, statement)
      const verdict = await verifyAudit(workspace.read)
      assert.deepEqual([verdict.state, verdict.at], ['altered', at])
    }
  },

  'finds with an anchor that its end was cut off, or another was written': async (workspace) => {
    await addTo(workspace, 0, 6)
    const anchor = await lastAnchor(workspace.read)
    assert.equal((await verifyAudit(workspace.read, anchor)).state, 'whole')
    await tamper(workspace, 'DELETE FROM audit WHERE seq > 4')
    assert.equal((await verifyAudit(workspace.read)).state, 'whole')
    assert.equal((await verifyAudit(workspace.read, anchor)).state, 'short')
    await addTo(workspace, 10, 13)
    assert.equal((await verifyAudit(workspace.read)).state, 'whole')
    assert.equal((await verifyAudit(workspace.read, anchor)).state, 'other')
  },

  'does not let its audit log be changed or cut by mistake': async (workspace) => {
    await addTo(workspace, 0, 2)
    const change = workspace.write((transaction) => transaction.updateTable('audit').set({ actor: 'eve' }).execute())
    await assert.rejects(change, /append-only/)
    const cut = workspace.write((transaction) => transaction.deleteFrom('audit').execute())
    await assert.rejects(cut, /append-only/)
    assert.equal((await verifyAudit(workspace.read)).end.seq, 2)
  },

  'erases particulars and keeps the chain': async (workspace) => {
    await addTo(workspace, 0, 3)
    assert.equal(await eraseParticulars(workspace, '9999'), 3)
    await addTo(workspace, 3, 5)
    assert.deepEqual(
      [(await verifyAudit(workspace.read)).state, await eraseParticulars(workspace, '0000')],
      ['whole', 0],
    )
  },

  'tells that something was committed': async (workspace) => {
    let calls = 0
    const stop = workspace.watch(() => {
      calls += 1
    })
    const until = async (more: number) => {
      for (let turn = 0; calls < more && turn < 400; turn++) await new Promise((go) => setTimeout(go, 25))
      assert.ok(calls >= more)
    }
    if (workspace.engine === 'postgres') await until(1)
    const before = calls
    await addTo(workspace, 0, 1)
    await until(before + 1)
    stop()
  },

  'is copied whole, for its owner only, table for table': async (workspace, place) => {
    await addTo(workspace, 0, 50)
    const root = mkdtempSync(join(tmpdir(), 'jamsides-copy-'))
    const home = homeAt(root)
    await backUp(workspace, home.workspace)
    assert.equal(statSync(home.workspace).mode & 0o777, 0o600)
    const copy = await openWorkspace({ ...place, home, database: '' })
    assert.deepEqual(await verifyAudit(copy.read), await verifyAudit(workspace.read))
    const names = (await copy.read.introspection.getTables()).map(({ name }) => name)
    assert.deepEqual(names.sort(), ['migration', ...TABLES].sort())
    await copy.close()
    rmSync(root, { recursive: true })
  },

  'is backed up before each migration, goes forward only, and refuses what is newer than the program': async (
    workspace,
    { home },
  ) => {
    const steps = ['900-first', '901-second'].map((id) => ({
      id,
      up: async (database: Parameters<(typeof migrations)[0]['up']>[0]) => {
        await sql.raw(`CREATE TABLE later_${id.slice(0, 3)} (a text)`).execute(database)
      },
    }))
    const before = (step: Migration) => backUpBefore(workspace, home.backups, step)
    await addTo(workspace, 0, 1)
    assert.equal(existsSync(home.backups), false)
    await migrate(workspace, before, [...migrations, ...steps])
    await migrate(workspace, before, [...migrations, ...steps])
    assert.deepEqual(
      readdirSync(home.backups).map((name) => name.replace(/^workspace-\d{8}T\d{6}Z-/, '')),
      ['before-900-first.sqlite', 'before-901-second.sqlite'],
    )
    await assert.rejects(migrate(workspace, before), WorkspaceFault)
  },

  ...meetingsContract,
  ...shelfContract,
}
