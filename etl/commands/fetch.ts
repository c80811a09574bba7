import { join } from 'node:path'
import { catalogue } from '../../data/catalogue/index.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { nearest } from '../../data/model/nearest.ts'
import { counted, say } from '../language.ts'
import { type Progress, progressTowards } from '../progress.ts'
import { KoladaFetch } from '../sources/kolada/fetch.ts'
import { readFetched } from '../sources/kolada/fetched-pages.ts'
import { PAUSE_MS } from '../sources/kolada/web.ts'
import { linesOfUnits, municipalitiesOf, refuseWithoutUnits } from './fetch-units.ts'
import { loadDelivery } from './load.ts'
import { type Context, type Outcome, WrongUsage } from './outcome.ts'
import { writing } from './writing.ts'

export type FetchOptions = {
  url: string
  /** With commas between. */
  indicators?: string | undefined
  area?: string
  /** Every indicator that Kolada describes. */
  all?: boolean
  /** The first year; where it is not said, 25 years of all indicators, else from 2010. */
  from?: number | undefined
  to: number
  changed?: boolean
  /** The values of units, of the municipalities named in `municipality` with commas between. */
  units?: boolean
  municipality?: string
  release: boolean
  /** Says a line before the work is done. */
  tell?: (line: string) => void
}

/** Fetches indicators over Kolada's web API, all or nothing, and then does as `load`. @throws KoladaUnreachable */
export function fetchKolada(context: Context, options: FetchOptions): Promise<Outcome> {
  const { url, to, changed = false, tell = () => {} } = options
  const from = options.from ?? (options.all ? to - YEARS_OF_ALL + 1 : FIRST_YEAR)
  const named = indicatorsOf(options)
  refuseAddress(url)
  refuseYears({ from, to })
  const units = municipalitiesOf(options)
  const indicators = units.length > 0 && named !== 'all' ? withSizes(named) : named
  return writing(context, async () => {
    const fetch = new KoladaFetch(join(context.home.root, 'fetch'), { url, indicators, from, to, changed, units })
    await runTelling(fetch, tell)
    refuseWithoutUnits(fetch)
    const address = fetch.byUnit ? `${url}/oudata` : url
    const outcome = await loadDelivery(context, { release: options.release }, async (delivery) => {
      await delivery.readAs(address, (reading) => readFetched(fetch, reading))
    })
    if (outcome.exit === 0) fetch.done()
    const told = say(
      `${counted(fetch.fetched)} sidor hämtade från ${url}.`,
      `${counted(fetch.fetched)} pages fetched from ${url}.`,
    )
    const unasked = linesOfUnits(fetch, options.indicators && named !== 'all' ? named : [])
    return { ...outcome, lines: [told, ...unasked, ...outcome.lines] }
  })
}

const FIRST_YEAR = 2010
const YEARS_OF_ALL = 25

/** Says beforehand how many pages may come and how long that takes; then how far it has come. */
async function runTelling(fetch: KoladaFetch, tell: (line: string) => void): Promise<void> {
  let progress: Progress | undefined
  try {
    await fetch.run({
      expected(pages) {
        tell(expectation(pages))
        progress = progressTowards('Kolada', pages, say('anrop', 'calls'))
      },
      at: (pages) => progress?.at(pages),
    })
  } finally {
    progress?.end()
  }
}

function expectation(pages: number): string {
  const minutes = Math.max(1, Math.ceil((pages * PAUSE_MS) / 60_000))
  return say(
    `Högst ungefär ${counted(pages)} anrop till Kolada, ${counted(minutes)} min vid fem i sekunden. Avbryts det går samma kommando vidare.`,
    `At most about ${counted(pages)} calls to Kolada, ${counted(minutes)} min at five a second. Interrupted, the same command goes on.`,
  )
}

/** All, or the given ids, or those of an area, or the whole catalogue. @throws WrongUsage */
function indicatorsOf({ indicators, area, all }: FetchOptions): string[] | 'all' {
  if (all && (indicators || area)) throw allAndSome()
  if (all) return 'all'
  if (indicators) return indicators.split(',').map((id) => koladaId(id.trim()))
  const { areaById } = catalogue()
  if (area && !areaById.has(area)) {
    const known = [...areaById.keys()]
    throw new WrongUsage(
      say(
        `Området ${area} finns inte; menade du ${nearest(area, known)}? Områden: ${known.join(', ')}.`,
        `There is no area ${area}; did you mean ${nearest(area, known)}? Areas: ${known.join(', ')}.`,
      ),
    )
  }
  return withBases(catalogue().indicators.filter((indicator) => !area || indicator.area === area))
}

/** Without its base a share has no interval, so what counts it comes along. */
const withBases = (indicators: readonly Indicator[]): string[] => [
  ...new Set(indicators.flatMap(({ id, base }) => (base === null ? [id] : [id, base]))),
]

/** What counts the answers, or the people, of a unit says how large it is. */
const withSizes = (ids: readonly string[]): string[] => [
  ...new Set([...ids, ...ids.flatMap((id) => catalogue().indicatorById.get(id)?.base ?? [])]),
]

function koladaId(id: string): string {
  if (/^[NU]\d{5}$/.test(id)) return id
  throw new WrongUsage(
    say(
      `${id} är inget indikator-id: en bokstav N eller U och fem siffror.`,
      `${id} is no indicator id: a letter N or U and five digits.`,
    ),
  )
}

function refuseAddress(url: string): void {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return
  throw new WrongUsage(say(`${url} är ingen webbadress.`, `${url} is no web address.`))
}

const allAndSome = () =>
  new WrongUsage(
    say('Ange --all eller --indicators/--area, inte båda.', 'Give --all or --indicators/--area, not both.'),
  )

function refuseYears({ from, to }: { from: number; to: number }): void {
  if (from >= 1970 && from <= to && to <= 2100) return
  throw new WrongUsage(say('--from och --to ska vara år, i ordning.', '--from and --to must be years, in order.'))
}
