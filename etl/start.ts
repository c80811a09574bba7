import { existsSync, readdirSync, statSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RULES } from '../data/instruments/rules.ts'
import { readSettings, SettingError, type Settings } from '../data/settings.ts'
import { homeAt } from '../data/store/home.ts'
import { isOutdated, publishedIds } from '../data/store/manifest.ts'
import { currentRelease, listReleases } from '../data/store/release.ts'
import { run } from './commands/program.ts'
import { Processes } from './processes.ts'
import { holdsRealData } from './release/reconcile.ts'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const BUILT = join(PROJECT, 'dashboards/dist/index.html')
/** What the dashboards are built from. */
const BUILT_FROM = ['dashboards', 'data/model', 'vite.config.ts', 'package-lock.json']

/** What started us, such as npm's shell. */
const PARENT = process.ppid
const LOOK_EVERY_MS = 500

process.exitCode = await start()

/** Builds what must be built, makes a sample where nothing is stored, and serves until told to stop. @returns the exit code */
async function start(): Promise<number> {
  try {
    const settings = readSettings()
    if (arePagesOld()) await buildDashboards()
    const made = await buildRelease(settings)
    return made === 0 ? await serve(settings.JAMSIDES_PROCESSES) : made
  } catch (error) {
    console.error((error as Error).message.split('\n')[0])
    return error instanceof SettingError ? 2 : 1
  }
}

/** Makes a sample where nothing is stored, and a new release where that served has older rules of protection or other tables. */
async function buildRelease(settings: Settings): Promise<number> {
  if (await isFirstStart(settings)) {
    console.log('Första starten: gör påhittade exempeldata. / First start: making invented sample data.')
    return run(['sample'])
  }
  const home = homeAt(settings.JAMSIDES_HOME)
  const served = listReleases(home).find(({ id }) => id === currentRelease(home))
  if (!served || (served.rules === RULES && !isOutdated(served))) return 0
  console.log(
    'Reglerna för skyddet eller utgåvans tabeller har ändrats: bygger om den. / The rules of protection or the tables of a release have changed: rebuilding.',
  )
  return run(['release'])
}

/** Whether nothing was ever published here and nothing real is stored: that no release is pointed out may be a damage. */
async function isFirstStart(settings: Settings): Promise<boolean> {
  const home = homeAt(settings.JAMSIDES_HOME)
  if (currentRelease(home) !== null || publishedIds(home).length > 0) return false
  const isStored = existsSync(home.figures) || existsSync(home.vault)
  return !isStored || !(await holdsRealData(home, settings))
}

/** Whether the built pages are missing or older than anything that they are built from. */
function arePagesOld(): boolean {
  if (!existsSync(BUILT)) return true
  const built = statSync(BUILT).mtimeMs
  return BUILT_FROM.some((name) => newestIn(join(PROJECT, name)) > built)
}

function newestIn(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  const inside = readdirSync(path).filter((name) => name !== 'dist')
  return Math.max(0, ...inside.map((name) => newestIn(join(path, name))))
}

async function buildDashboards(): Promise<void> {
  console.log('Bygger sidorna. / Building the pages.')
  const { build } = await import('vite')
  await build({ configFile: join(PROJECT, 'vite.config.ts'), logLevel: 'error' })
}

/** Runs the API in processes of their own, which alone open the release. Asked to stop twice, they are stopped at once. */
function serve(count: number): Promise<number> {
  const threads = process.env.UV_THREADPOOL_SIZE ?? String(Math.max(8, cpus().length * 2))
  const processes = new Processes(count, { UV_THREADPOOL_SIZE: threads })
  const stop = () => processes.stop()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  whenOrphaned(stop)
  return processes.run()
}

/** npm ends its shell on a signal, and the shell hands nothing on: that it is gone is all that we hear of it. */
function whenOrphaned(stop: () => void): void {
  const clock = setInterval(() => {
    if (process.ppid === PARENT) return
    clearInterval(clock)
    stop()
  }, LOOK_EVERY_MS).unref()
}
