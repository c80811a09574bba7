import { startServer } from '../../api/server.ts'
import { asked, connections } from './asking.ts'
import type { Bench } from './main.ts'
import { held, type Measured, measured, percentile, timesOf } from './measure.ts'
import { sampleHome } from './sample.ts'

const ALCOHOL = 'instrument=asi&measure=alkohol_skattning_grund'
/** Questions that differ with every turn; those of clients between groups and years of the sample. */
const QUESTIONS: [work: string, path: (turn: number) => string][] = [
  ['/aggregate', (turn) => `aggregate?${ALCOHOL}&places=${place(turn)}&periods=${2021 + (turn % 5)}`],
  ['/aggregate by sex', (turn) => `aggregate?${ALCOHOL}&places=${place(turn)}&periods=${2021 + (turn % 5)}&by=kon`],
]
const PLACES = ['fou-nordvast', 'fou-sodertorn', 'fou-nordost', 'fou-jonkoping', '0184', '0123', '0163', '0180']
const TURNS = 40
const [MEDIAN, NINETY_NINTH] = [5, 25]

const place = (turn: number) => PLACES[Math.floor(turn / 5) % PLACES.length]!

/** What is asked of clients' protected figures, on the sample, against the lightest answer there is. */
export async function benchAnswers(bench: Bench): Promise<Measured[]> {
  const home = await sampleHome(bench)
  const quiet = { ...bench.settings, JAMSIDES_LOG: 'silent', JAMSIDES_REQUESTS_PER_MINUTE: 1_000_000, PORT: 0 }
  const running = await startServer({ ...quiet, JAMSIDES_HOME: home.root })
  try {
    const agent = connections(1)
    const ask = (path: string) => asked(`${running.url}/api/v1/${path}`, agent)
    const lightest = percentile(0.5, await timesOf(200, () => ask('health')))
    const rows: Measured[] = []
    // A service that has been up for a while has its programs compiled.
    for (const [, path] of QUESTIONS) for (let turn = 0; turn < TURNS; turn++) await ask(`${path(turn)}&lang=en`)
    for (const [work, path] of QUESTIONS) {
      const times = await timesOf(TURNS, (turn) => ask(path(turn)))
      for (const [share, most, name] of SHARES) {
        const time = percentile(share, times)
        const row = measured(`${work}, ${name} of ${TURNS}`, 'sample', time, '/health', lightest)
        rows.push(held(row, `≤ ${most} ms`, time <= most))
      }
    }
    return rows
  } finally {
    await running.close()
  }
}

const SHARES = [
  [0.5, MEDIAN, 'median'],
  [0.99, NINETY_NINTH, '99th percentile'],
] as const
