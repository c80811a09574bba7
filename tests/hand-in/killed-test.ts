import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { homeAt } from '../../data/store/home.ts'
import { verifyAudit } from '../../data/workspace/audit.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { makeHome, publish } from '../api/home.ts'
import { managerOf } from '../fixtures/accounts.ts'
import { csvOf } from '../fixtures/extracts.ts'
import { interviewsOf } from '../fixtures/foreign-extract.ts'
import { Sender } from '../fixtures/sender.ts'

/** How often the service is killed; `npm run hostile` is the long form. */
const KILLS = import.meta.env.MODE === 'hostile' ? 100 : 1
/** A hundred starts of the service, and as many files checked and published. */
const FOREVER_MS = 3_600_000
const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const { home, remove } = makeHome()
const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  remove()
})

/** Starts the service in a process of its own. @returns it and its address */
function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts'], {
    cwd: PROJECT,
    env: { ...process.env, JAMSIDES_HOME: home.root, PORT: '0', JAMSIDES_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  })
  started.push(child)
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the service ended')))
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      const url = /http:\/\/\S+/.exec(text)?.[0]
      if (url) resolve({ child, url })
    })
  })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test(
  'killed at any moment of sending, checking or publishing, nothing acknowledged is lost and nothing is half',
  async () => {
    await publish(home, { values: [] })
    writeFileSync(home.secret, randomBytes(32)) // as a release of the ETL leaves it
    const workspace = await openWorkspace({ home, database: '' })
    const { cookie } = await managerOf(workspace, '0184')
    const acknowledged: string[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const { child, url } = await start()
      const sender = new Sender(url, cookie)
      const year = 2015 + (kill % 8)
      const work = (async () => {
        const content = csvOf(interviewsOf('0184', { perYear: 14, year }))
        const id = await sender.handIn(content, { source: 'asi', municipality: '0184' })
        acknowledged.push(id)
        const { warnings } = await sender.until(id, 'ready', 'refused')
        const words = warnings.map((warning) => ({ ...warning, why: 'kontrollerat' }))
        await sender.ask('POST', `/uploads/${id}/approve`, { acknowledged: words })
        await sender.until(id, 'published', 'waiting')
      })().catch(() => {})
      await Promise.race([work, pause(Math.random() * 15_000)])
      child.kill('SIGKILL')
      await work
    }

    const { child, url } = await start()
    const sender = new Sender(url, cookie)
    for (const id of acknowledged) {
      const upload = await sender.until(id, 'ready', 'published', 'waiting')
      if (upload.state !== 'ready') continue
      expect((await sender.ask('POST', `/uploads/${id}/withdraw`)).status).toBe(200)
    }
    await expect
      .poll(
        async () =>
          (await workspace.read.selectFrom('upload').select('id').where('work', 'is not', null).execute()).length,
      )
      .toBe(0)
    expect(await verifyAudit(workspace.read)).toMatchObject({ state: 'whole' })
    const open = await workspace.read.selectFrom('upload').select('id').where('state', '=', 'receiving').execute()
    const left = existsSync(homeAt(home.root).uploads) ? readdirSync(home.uploads) : []
    expect(left.filter((id) => !open.some((one) => one.id === id))).toEqual([])
    child.kill('SIGTERM')
    await workspace.close()
  },
  FOREVER_MS,
)
