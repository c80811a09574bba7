import { join } from 'node:path'
import { catalogue } from '../../data/catalogue/index.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { nearest } from '../../data/model/nearest.ts'
import { counted, say } from '../language.ts'
import { progressOf } from '../progress.ts'
import { KoladaFetch } from '../sources/kolada/fetch.ts'
import { readPages } from '../sources/kolada/pages.ts'
import { loadDelivery } from './load.ts'
import { type Context, type Outcome, WrongUsage, writing } from './outcome.ts'

export type FetchOptions = {
  url: string
  /** With commas between. */
  indicators?: string | undefined
  area?: string
  from: number
  to: number
  changed?: boolean
  release: boolean
}

/** Fetches indicators over Kolada's web API, all or nothing, and then does as `load`. @throws KoladaUnreachable */
export function fetchKolada(context: Context, options: FetchOptions): Promise<Outcome> {
  const question = { ...options, changed: options.changed ?? false, indicators: indicatorsOf(options) }
  refuseAddress(options.url)
  refuseYears(options)
  return writing(context, async () => {
    const { url, indicators, from, to, changed } = question
    const fetch = new KoladaFetch(join(context.home.root, 'fetch'), { url, indicators, from, to, changed })
    const progress = progressOf('Kolada')
    await fetch.run(progress.at).finally(progress.end)
    const outcome = await loadDelivery(context, { release: options.release }, async (delivery) => {
      await delivery.readAs(url, async (reading) => readPages(fetch.pages(), reading))
    })
    if (outcome.exit === 0) fetch.done()
    const told = say(
      `${counted(fetch.fetched)} sidor hämtade från ${url}.`,
      `${counted(fetch.fetched)} pages fetched from ${url}.`,
    )
    return { ...outcome, lines: [told, ...outcome.lines] }
  })
}

/** The given ids, or those of an area, or the whole catalogue. @throws WrongUsage */
function indicatorsOf({ indicators, area }: FetchOptions): string[] {
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

function refuseYears({ from, to }: FetchOptions): void {
  if (from >= 1970 && from <= to && to <= 2100) return
  throw new WrongUsage(say('--from och --to ska vara år, i ordning.', '--from and --to must be years, in order.'))
}
