import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dataQuestions } from '../../etl/sources/kolada/questions.ts'
import type { WebPage } from '../../etl/sources/kolada/web.ts'
import { foreignIndicators, LAST_YEAR, type Size } from './full-size.ts'
import type { Bench } from './main.ts'
import { held, type Measured, measured, timed } from './measure.ts'
import { killEtl, runEtl, startService } from './service.ts'

const MOST_MEGABYTES = 1500
/** So far on the way the power goes. */
const KILLED_AFTER_MS = 5_000
const YEARS = { from: LAST_YEAR - 24, to: LAST_YEAR }

/** Fetches all of a made-up Kolada, is killed on the way, goes on and publishes, against asking for the same pages alone. */
export async function benchFetch({ folder }: Bench, size: Size): Promise<Measured[]> {
  const source = await startService(['tests/bench/kolada-source.ts', String(size.indicators)], {})
  const root = join(folder, 'fetched')
  const environment = { JAMSIDES_HOME: root }
  const years = ['--from', String(YEARS.from), '--to', String(YEARS.to)]
  const words = ['fetch', 'kolada', '--all', ...years, '--url', `${source.url}/v3`]
  try {
    await killEtl(words, environment, KILLED_AFTER_MS)
    const before = (readdirSync(root, { recursive: true }) as string[]).filter((name) => name.endsWith('.json')).length
    const rest = await runEtl(words, environment)
    let pages = 0
    const bare = await timed(async () => {
      pages = await pagesOf(`${source.url}/v3`, size)
    })
    const amount = `${pages} pages, ${before} of them kept when it was killed`
    const whole = rest.milliseconds + KILLED_AFTER_MS
    const most = measured('memory of that', amount, rest.megabytes, 'the goal', MOST_MEGABYTES)
    return [
      measured('fetch all, killed and resumed, check, publish', amount, whole, 'the pages asked for alone', bare),
      { ...held(most, `≤ ${MOST_MEGABYTES} MB`, rest.megabytes <= MOST_MEGABYTES), unit: 'MB' },
    ]
  } finally {
    await source.stop()
  }
}

/** Asks for every page and keeps none. @returns how many there were */
async function pagesOf(base: string, size: Size): Promise<number> {
  let pages = 0
  for (const { indicators, years } of dataQuestions(idsOf(size), { ...YEARS, url: base, changed: false }, {})) {
    let address: string | null = `${base}/data/kpi/${indicators.join()}/year/${years.join()}`
    while (address !== null) {
      const page = (await (await fetch(address)).json()) as WebPage
      address = page.next_url
      pages += 1
    }
  }
  return pages
}

const idsOf = (size: Size) => foreignIndicators(size).map(({ id }) => id)
