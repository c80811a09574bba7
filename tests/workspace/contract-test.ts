import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { homeAt } from '../../data/store/home.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { type Postgres, startPostgres } from '../fixtures/postgres.ts'
import { contract } from './contract.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)
const folder = () => mkdtempSync(join(tmpdir(), 'jamsides-workspace-'))

async function keeping(promise: string, database = ''): Promise<void> {
  const place = { home: homeAt(folder()), database }
  const workspace = await openWorkspace(place)
  try {
    await contract[promise]!(workspace, place)
  } finally {
    await workspace.close()
    rmSync(place.home.root, { recursive: true })
  }
}

describe('a workspace on SQLite', () => {
  test.each(Object.keys(contract))('%s', (promise) => keeping(promise))
})

describe('a workspace on PostgreSQL', () => {
  let server: Postgres | string = 'not started'
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(async () => {
    if (typeof server !== 'string') await server.stop()
  })

  for (const [i, promise] of Object.keys(contract).entries()) {
    test(promise, async ({ skip }) => {
      if (typeof server === 'string') return skip(server)
      await keeping(promise, await server.address(`w${i}`))
    })
  }
})

test('a workspace on the SQLite that comes with Node 22 keeps the same', async ({ skip }) => {
  const root = folder()
  try {
    const name = `node-${process.platform}-${process.arch}`
    await run('npm', ['install', '--ignore-scripts', '--no-save', '--prefix', root, `${name}@22`]).catch(() => {})
    const node = join(root, 'node_modules', name, 'bin/node')
    skip(!existsSync(node), `${name}@22 cannot be had from the registry`)
    const { stdout, stderr } = await run(node, ['--import', 'tsx', 'tests/workspace/contract-alone.ts'], {
      cwd: PROJECT,
    })
    expect(stderr).toBe('')
    expect(stdout.match(/^kept: /gm)).toHaveLength(Object.keys(contract).length)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
