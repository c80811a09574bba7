import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { catalogue } from '../../data/catalogue/index.ts'
import { currentRelease } from '../../data/store/release.ts'
import { load } from '../../etl/commands/load.ts'
import type { Context } from '../../etl/commands/outcome.ts'
import { verify } from '../../etl/commands/verify.ts'
import { startEtl } from '../fixtures/etl.ts'
import { freePort } from '../fixtures/free-port.ts'
import { handIn, standing, workspaceOf } from '../fixtures/hand-in.ts'
import { inRelease, temporaryFile } from '../fixtures/home.ts'
import { apiProcesses, type Program, startProgram } from '../fixtures/program.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const INDICATORS = catalogue()
  .indicators.filter(({ kind }) => kind === 'amount')
  .slice(0, 12)
const YEARS = [2018, 2019, 2020, 2021]
const ROWS = INDICATORS.length * YEARS.length * 290
const SERVED = 'SELECT count(*)::INTEGER AS rows, min(value) AS lowest, max(value) AS highest FROM value'

/** A table in which every value is that of its edition, so that a mixture of two would show. */
export function edition(value: number): string {
  const lines = INDICATORS.flatMap(({ id }) =>
    YEARS.flatMap((year) => catalogue().municipalities.map(({ code }) => `${id},${code},${year},T,${value}`)),
  )
  return temporaryFile('k.csv', ['kpi,municipality,period,gender,value', ...lines, ''].join('\n'))
}

/** What is served is one whole edition. @returns which @throws Error where it is a mixture or a part */
export async function servedEdition(context: Context): Promise<number> {
  const [served] = await inRelease<{ rows: number; lowest: number; highest: number }>(context, SERVED)
  const { rows, lowest, highest } = served!
  if (rows !== ROWS || lowest !== highest) throw new Error(`served: ${rows} rows from ${lowest} to ${highest}`)
  return highest
}

/** Kills a load so many times, each at another moment. @returns what was wrong after which */
export async function killLoads(context: Context, times: number): Promise<string[]> {
  await load(context, [edition(0)], { release: true })
  const begun = Date.now()
  await startEtl(context, ['load', edition(1)]).ended
  const duration = Date.now() - begun
  const wrong: string[] = []
  let served = await servedEdition(context)
  for (let attempt = 2; attempt < 2 + times; attempt++) {
    const { child, ended } = startEtl(context, ['load', edition(attempt)])
    await pause(duration * (0.25 + Math.random() * 0.8))
    child.kill('SIGKILL')
    await ended
    const now = await servedEdition(context)
    if (now !== served && now !== attempt) wrong.push(`${attempt}: edition ${now} is served, not ${served}`)
    if (!(await isSound(context))) wrong.push(`${attempt}: verify finds damage`)
    served = now
  }
  return wrong
}

const isSound = async (context: Context) => (await verify(context)).exit === 0

/**
 * Kills an API process of a service so many times, each at another moment, while it is asked without a pause.
 * @returns what was wrong: no answer again within the patience, or another release than before
 */
export async function killServing(context: Context, times: number, processes: number): Promise<string[]> {
  const program = startProgram(context.home, {
    JAMSIDES_PROCESSES: String(processes),
    JAMSIDES_LOG: 'error',
    PORT: String(await freePort()),
  })
  const url = await program.address
  const id = currentRelease(context.home)
  const wrong: string[] = []
  try {
    for (let attempt = 0; attempt < times; attempt++) {
      await killOne(program, url)
      const served = await servedAgain(url)
      if (served !== id) wrong.push(`${attempt}: ${served ?? 'nothing'} is served`)
    }
  } finally {
    program.child.kill('SIGTERM')
    await program.ended
  }
  return wrong
}

async function killOne(program: Program, url: string): Promise<void> {
  const asked = ['/matrix?group=all', '/compare?indicator=N30101&group=all&format=xlsx', '/health'].map((path) =>
    fetch(`${url}/api/v1${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
      .then((answer) => answer.arrayBuffer())
      .catch(() => null),
  )
  await pause(Math.random() * 300)
  const running = apiProcesses(program)
  const one = running[Math.floor(Math.random() * running.length)]
  if (one) process.kill(one, 'SIGKILL')
  await Promise.all(asked)
}

const PATIENCE_MS = 60_000

async function servedAgain(url: string): Promise<string | null> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const answer = await fetch(`${url}/api/v1/health`, { signal: AbortSignal.timeout(3000) }).then(
      (response) => response.json(),
      () => null,
    )
    if (answer?.release) return answer.release.id
    await pause(100)
  }
  return null
}

/**
 * Kills the process that checks what was handed in so many times, each at another moment.
 * @returns what was wrong: a file that was lost, or is not ready after a check that was left alone
 */
export async function killChecks(context: Context, extract: string, times: number): Promise<string[]> {
  const workspace = await workspaceOf(context)
  try {
    const id = await handIn(context, workspace, { content: extract })
    const begun = Date.now()
    for (let attempt = 0; attempt < times; attempt++) {
      const { child, ended } = startClerk(context)
      await pause(500 + Math.random() * 2500)
      child.kill('SIGKILL')
      await ended
    }
    await startClerk(context).ended
    const { state, failure } = await standing(workspace, id)
    return state === 'ready' ? [] : [`${state} (${failure}) after ${times} kills in ${Date.now() - begun} ms`]
  } finally {
    await workspace.close()
  }
}

function startClerk({ home }: Context) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, JAMSIDES_HOME: home.root }
  const child = spawn(process.execPath, ['--import', 'tsx', 'etl/hand-in/main.ts'], { cwd: PROJECT, env })
  return { child, ended: new Promise((resolve) => child.once('close', resolve)) }
}
