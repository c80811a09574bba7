import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { listReleases } from '../../data/store/release.ts'
import { load } from '../../etl/commands/load.ts'
import type { Context } from '../../etl/commands/outcome.ts'
import { freePort } from '../fixtures/free-port.ts'
import { copiedHome, emptyHome, sharedHome, temporaryFile } from '../fixtures/home.ts'
import { apiProcesses, type Program, startProgram } from '../fixtures/program.ts'

const published = sharedHome((context) => {
  const csv = temporaryFile('k.csv', 'kpi,municipality,period,gender,value\nN31807,0184,2021,T,5\n')
  return load(context, [csv], { release: true })
})

const started: Program[] = []
afterEach(() => {
  for (const { child } of started.splice(0)) child.kill('SIGKILL')
})

/** Starts everything as `npm start` does, on a free port; ended after the test. */
function start({ home }: Context, more: Record<string, string> = {}, command?: [string, ...string[]]): Program {
  const program = startProgram(home, more, command)
  started.push(program)
  return program
}

test('an empty home gets a sample, is served and says that it is invented, and stops when told to', async () => {
  const context = emptyHome()
  const { child, ended, address, said } = start(context)
  const health = await (await fetch(`${await address}/api/v1/health`)).json()
  expect(health).toMatchObject({ status: 'ok', release: { sample: true } })
  expect(said()).toContain('påhittade')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
}, 180_000)

test('what is stored is served as it is, and a signal to npm alone ends all that it started', async () => {
  const context = copiedHome(await published())
  const { child, ended, address, said } = start(context, {}, ['npm', 'start'])
  const url = await address
  const health = await (await fetch(`${url}/api/v1/health`)).json()
  expect(health).toMatchObject({ release: { id: listReleases(context.home)[0]!.id, sample: false } })
  expect(said()).not.toContain('påhittade')
  child.kill('SIGTERM')
  await ended
  await expect(fetch(`${url}/api/v1/health`)).rejects.toThrow()
}, 180_000)

test('an api whose starter was killed ends by itself', async () => {
  const context = copiedHome(await published())
  const { child, address } = start(context)
  const url = await address
  child.kill('SIGKILL')
  await expect.poll(() => fetch(`${url}/api/v1/health`).then(String, () => 'gone')).toBe('gone')
}, 180_000)

/** Null where nobody answers: what a killed process had just been handed is never answered. */
const statusOf = (address: string) =>
  fetch(address, { signal: AbortSignal.timeout(3000), headers: { connection: 'close' } }).then(
    ({ status }) => status,
    () => null,
  )

test('of several processes on one port, one that is killed is replaced, and all end together', async () => {
  const context = copiedHome(await published())
  // A port of its own: a free one is chosen anew when no process is left that listens.
  const program = start(context, { JAMSIDES_PROCESSES: '2', PORT: String(await freePort()) })
  const { child, ended, address, said } = program
  const url = await address
  await expect.poll(() => apiProcesses(program).length).toBe(2)
  const [first, second] = apiProcesses(program) as [number, number]
  for (const killed of [second, first]) {
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => apiProcesses(program).filter((one) => one !== killed).length).toBe(2)
    // The one that is left may be the one that was begun last, and not serve yet.
    await expect.poll(() => statusOf(`${url}/api/v1/health`)).toBe(200)
  }
  expect(said().match(/API-process \d tog slut/g)).toHaveLength(2)
  expect(said().match(/^Jämsides: /gm)).not.toBeNull()
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  await expect(fetch(`${url}/api/v1/health`)).rejects.toThrow()
}, 300_000)

test('a port that is taken ends everything with one line', async () => {
  const context = copiedHome(await published())
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const { ended, said } = start(context, { JAMSIDES_PROCESSES: '2', PORT: String(port), JAMSIDES_LOG: 'silent' })
  expect(await ended).toBe(1)
  expect(said()).toMatch(/^Porten är upptagen[^\n]*\n$/)
  taken.close()
}, 180_000)

test('a setting that does not exist is one line, and nothing starts', async () => {
  const { ended, said } = start(emptyHome(), { JAMSIDES_HOMR: 'x' })
  expect(await ended).toBe(2)
  expect(said()).toMatch(/^[^\n]*JAMSIDES_HOME[^\n]*\n$/)
})
