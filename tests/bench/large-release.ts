import { join } from 'node:path'
import { startServer } from '../../api/server.ts'
import { catalogue } from '../../data/catalogue/index.ts'
import { homeAt } from '../../data/store/home.ts'
import { publish } from '../../etl/release/build.ts'
import { type Size, storeFullSize } from './full-size.ts'
import type { Bench } from './main.ts'
import { type Measured, measured, percentileOf, timed } from './measure.ts'

/** A question that differs with every turn, so that no answer is kept from before. */
const QUESTIONS: [work: string, path: (code: string, indicator: string) => string][] = [
  ['/compare', (code, id) => `compare?indicator=${id}&group=fou-nordvast&municipalities=${code}`],
  ['/trend', (code, id) => `trend?indicator=${id}&municipalities=${code}`],
  ['/profile of an area', (code) => `profile?municipality=${code}&reference=all&area=ifo`],
  ['/matrix of an area', (code) => `matrix?group=0184,${code}&area=missbruk`],
  ['/standout', (code) => `standout?municipality=${code}&reference=all`],
]
const TURNS = 200

/** Publishing and asking a release of so many made-up values, one question at a time, against the lightest answer there is. */
export async function benchLargeRelease({ folder, settings }: Bench, size: Size): Promise<Measured[]> {
  const home = homeAt(join(folder, `large-${size.indicators}`))
  const values = await storeFullSize(home, size)
  const amount = `${values} values`
  const built = await timed(() => publish(home, settings))
  const quiet = { ...settings, JAMSIDES_LOG: 'silent', JAMSIDES_REQUESTS_PER_MINUTE: 1_000_000, PORT: 0 }
  const begun = performance.now()
  const running = await startServer({ ...quiet, JAMSIDES_HOME: home.root })
  try {
    const ask = async (path: string) => (await fetch(`${running.url}/api/v1/${path}`)).text()
    await ask('compare?indicator=N31814&group=fou-nordvast')
    const first = performance.now() - begun
    const lightest = await percentileOf(0.5, TURNS, () => ask('health'))
    const { indicators, municipalities } = catalogue()
    const rows: Measured[] = []
    for (const [work, path] of QUESTIONS) {
      for (const share of [0.5, 0.99]) {
        const turn = (index: number) =>
          ask(path(municipalities[index % 290]!.code, indicators[index % indicators.length]!.id))
        const label = `${work}, ${share === 0.5 ? 'median' : '99th percentile'} of ${TURNS}`
        rows.push(measured(label, amount, await percentileOf(share, TURNS, turn), '/health', lightest))
      }
    }
    return [
      measured('publish', amount, built, '/health', lightest),
      measured('first answer after start', amount, first, '/health', lightest),
      ...rows,
    ]
  } finally {
    await running.close()
  }
}
