import { join } from 'node:path'
import { catalogue } from '../../data/catalogue/index.ts'
import { homeAt } from '../../data/store/home.ts'
import { asked, connections } from './asking.ts'
import { type Size, storeFullSize } from './full-size.ts'
import type { Bench } from './main.ts'
import { held, type Measured, measured, percentile, timesOf } from './measure.ts'
import { benchRepeated } from './repeated.ts'
import { runEtl, type Service, startService } from './service.ts'

const OUTSIDE = (turn: number) => `N${70_000 + ((turn * 37) % 1000)}`

/** A question that differs with every turn, so that no answer is kept from before. */
const QUESTIONS: [work: string, path: (code: string, indicator: string, turn: number) => string][] = [
  ['/compare', (code, id) => `compare?indicator=${id}&group=fou-nordvast&municipalities=${code}`],
  ['/compare outside the catalogue', (code, _, turn) => `compare?indicator=${OUTSIDE(turn)}&municipalities=${code}`],
  ['/trend', (code, id) => `trend?indicator=${id}&municipalities=${code}`],
  ['/profile of the catalogue', (code) => `profile?municipality=${code}&reference=all`],
  ['/matrix of eight municipalities', (code, _, turn) => `matrix?group=${neighbours(turn)},${code}`],
  ['/standout', (code) => `standout?municipality=${code}&reference=all`],
  ['/similar', (code) => `similar?municipality=${code}`],
]
const TURNS = 200
/** A service that has been up for a while has its programs compiled: these are asked first, of women or in English, and not measured. */
const FIRST_TURNS = 100
const OTHERWISE = (work: string) => (/standout|similar/.test(work) ? '&lang=en' : '&sex=K')
const [MEDIAN, NINETY_NINTH, FIRST, MEMORY, PUBLISHING] = [5, 25, 1000, 400, 1500]

/** Seven that stand beside one another in the list of municipalities. */
const neighbours = (turn: number) =>
  Array.from({ length: 7 }, (_, at) => catalogue().municipalities[(turn * 7 + at) % 280]!.code).join()

/** Publishing and asking a release of so many made-up values, one question at a time and one by many, each program in a process of its own. */
export async function benchLargeRelease({ folder }: Bench, size: Size): Promise<Measured[]> {
  const home = homeAt(join(folder, `large-${size.indicators}`))
  const values = await storeFullSize(home, size)
  const amount = `${Math.round(values / 100_000) / 10} million values`
  const environment = { JAMSIDES_HOME: home.root, JAMSIDES_LOG: 'silent', JAMSIDES_REQUESTS_PER_MINUTE: '1000000' }
  const built = await runEtl(['release'], environment)
  const service = await startService(['--max-semi-space-size=4', 'api/main.ts'], { ...environment, PORT: '0' })
  try {
    const [first] = await timesOf(1, () => ask(service, 'compare?indicator=N31814&group=fou-nordvast'))
    const opened = service.memory()
    const lightest = percentile(0.5, await timesOf(TURNS, () => ask(service, 'health')))
    for (const question of QUESTIONS) await warmUp(service, question)
    const answers: Measured[] = []
    for (const question of QUESTIONS) answers.push(...(await benchQuestion(service, question, amount, lightest)))
    const used = service.memory()
    return [
      measured('publish', amount, built.milliseconds, '/health', lightest),
      memory('memory of publishing', amount, built.megabytes, PUBLISHING),
      held(
        measured('first answer of a service that is up', amount, first!, '/health', lightest),
        '≤ 1 s',
        first! <= FIRST,
      ),
      ...answers,
      memory('memory of the API, opened', amount, opened, MEMORY),
      memory('memory of the API, used', amount, used, MEMORY),
      await benchRepeated(service, folder),
    ]
  } finally {
    await service.stop()
  }
}

const pathAt = (path: (typeof QUESTIONS)[number][1], turn: number): string => {
  const { indicators, municipalities } = catalogue()
  return path(municipalities[turn % 290]!.code, indicators[turn % indicators.length]!.id, turn)
}

async function warmUp(service: Service, [work, path]: (typeof QUESTIONS)[number]): Promise<void> {
  for (let turn = 0; turn < FIRST_TURNS; turn++) await ask(service, pathAt(path, turn) + OTHERWISE(work))
}

async function benchQuestion(
  service: Service,
  [work, path]: (typeof QUESTIONS)[number],
  amount: string,
  lightest: number,
): Promise<Measured[]> {
  const times = await timesOf(TURNS, (turn) => ask(service, pathAt(path, turn)))
  return [[0.5, MEDIAN, 'median'] as const, [0.99, NINETY_NINTH, '99th percentile'] as const].map(
    ([share, most, name]) => {
      const time = percentile(share, times)
      return held(
        measured(`${work}, ${name} of ${TURNS}`, amount, time, '/health', lightest),
        `≤ ${most} ms`,
        time <= most,
      )
    },
  )
}

/** Megabytes against those that are the goal. */
const memory = (work: string, amount: string, megabytes: number, most: number): Measured => ({
  ...held(measured(work, amount, megabytes, 'the goal', most), `≤ ${most} MB`, megabytes > 0 && megabytes <= most),
  unit: 'MB',
})

const agent = connections(1)
const ask = ({ url }: Service, path: string): Promise<void> => asked(`${url}/api/v1/${path}`, agent)
