import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openWritable } from '../../data/store/duckdb.ts'
import { homeAt } from '../../data/store/home.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { WorkspaceFault } from '../../data/workspace/fault.ts'
import { refuseNetworkDisk } from '../../data/workspace/sqlite.ts'

function home() {
  const root = mkdtempSync(join(tmpdir(), 'jamsides-fault-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return homeAt(root)
}

test('a disk over the network is refused by its kind, a local one is not', () => {
  for (const kind of [0x6969, 0xff534d42, -11317950]) expect(() => refuseNetworkDisk(kind)).toThrow(WorkspaceFault)
  for (const kind of [0xef53, 0x01021994, 0x9123683e, 0x794c7630]) expect(() => refuseNetworkDisk(kind)).not.toThrow()
})

test('a file that is not a workspace is said to be damaged, and stays as it is', async () => {
  const place = { home: home(), database: '' }
  writeFileSync(place.home.workspace, 'something else that is long enough to have been a database, once '.repeat(20))
  await expect(openWorkspace(place)).rejects.toThrow(/skadad.*backups.*damaged/)
})

test('once closed nothing of it is open any more, so that its file can be put aside or replaced', async () => {
  const place = { home: home(), database: '' }
  const workspace = await openWorkspace(place)
  await workspace.read.selectFrom('account').selectAll().execute()
  expect(readdirSync(place.home.root).sort()).toContain('workspace.sqlite-wal')
  await workspace.close()
  expect(readdirSync(place.home.root)).toEqual(['workspace.sqlite'])
})

test('a place that cannot be written is said so', async () => {
  const place = { home: home(), database: '' }
  mkdirSync(place.home.workspace)
  chmodSync(place.home.workspace, 0o500)
  await expect(openWorkspace(place)).rejects.toThrow(/får inte skrivas|cannot be written/)
})

test.skipIf(process.platform === 'win32')('a home that is made is for its account alone', async () => {
  const { root } = home()
  const [workspace, stores] = [homeAt(join(root, 'first')), homeAt(join(root, 'second'))]
  await (await openWorkspace({ home: workspace, database: '' })).close()
  ;(await openWritable(stores.lock)).close()
  for (const made of [workspace, stores]) expect(statSync(made.root).mode & 0o777).toBe(0o700)
})

test('a PostgreSQL that does not answer is said so, without its password', async () => {
  const database = 'postgres://anna:hemligt@127.0.0.1:1/jamsides'
  const failed = await openWorkspace({ home: home(), database }).catch((error: Error) => error)
  expect(failed).toBeInstanceOf(WorkspaceFault)
  expect(String(failed)).toMatch(/svarar inte/)
  expect(String(failed)).not.toMatch(/hemligt/)
})
