import { createServer } from 'node:http'
import { catalogue } from '../../data/catalogue/index.ts'
import { foreignIndicators, LAST_YEAR } from './full-size.ts'

const PLACES = [...catalogue().municipalities, ...catalogue().regions].map(({ code }) => code)
const YEARS = 25
const INDICATORS = foreignIndicators({ indicators: Number(process.argv[2] ?? 100), years: YEARS })
const NUMBERS = new Map(INDICATORS.map(({ id }, number) => [id, number]))
const MOST_PER_PAGE = 5000

/** Some number between 0 and 2³², the same for the same. */
function chance(...of: readonly number[]): number {
  let mixed = 0x811c9dc5
  for (const one of of) mixed = Math.imul(mixed ^ one, 0x01000193) ^ (mixed >>> 13)
  return Math.imul(mixed, 0x5bd1e995) >>> 0
}

/** A third is for women and men too, a sixth has ended, a fifth is collected every other year; all began some year. */
function isCollected(number: number, year: number): boolean {
  const last = number % 6 === 0 ? LAST_YEAR - 1 - (number % 8) : LAST_YEAR
  const first = LAST_YEAR - (chance(number) % YEARS)
  return year >= first && year <= last && (number % 5 > 0 || (LAST_YEAR - year) % 2 === 0)
}
const sexesOf = (number: number) => (number % 3 === 0 ? ['T', 'K', 'M'] : ['T'])

const described = INDICATORS.map(({ id, title }, number) =>
  JSON.stringify({
    id,
    title: title.sv,
    description: title.sv,
    is_divided_by_gender: number % 3 === 0,
    municipality_type: 'K',
    operating_area: ['Förskola', 'Äldreomsorg', 'Miljö', 'Ekonomi'][number % 4],
    perspective: 'Resultat',
    publication_date: null,
    publ_period: null,
    has_ou_data: false,
  }),
)

function rowOf(id: string, year: number, place: number): string {
  const number = NUMBERS.get(id)!
  const values = sexesOf(number).map((gender, sex) => {
    const drawn = chance(number, year, place, sex)
    const isThere = drawn % 20 > 0
    const value = isThere ? (200 + (drawn % 600)) / 10 : null
    return `{"gender":"${gender}","count":1,"status":"${isThere ? '' : 'Missing'}","value":${value},"isdeleted":false}`
  })
  return `{"kpi":"${id}","municipality":"${PLACES[place]}","period":${year},"values":[${values.join()}]}`
}

type Listed = { length: number; at: (index: number) => string }

/** The rows of some indicators and years, each made when it is asked for. */
function valuesOf(ids: readonly string[], years: readonly number[]): Listed {
  const known = ids.filter((id) => NUMBERS.has(id))
  const stretches = known.flatMap((id) =>
    years.filter((year) => isCollected(NUMBERS.get(id)!, year)).map((year) => [id, year] as const),
  )
  return {
    length: stretches.length * PLACES.length,
    at: (index) => rowOf(...stretches[Math.floor(index / PLACES.length)]!, index % PLACES.length),
  }
}

const descriptionsOf = (): Listed => ({ length: described.length, at: (index) => described[index]! })
const NOTHING: Listed = { length: 0, at: () => '' }

function listedAt(path: readonly string[]): Listed {
  const [what, , ids, , years] = path
  if (what === 'kpi') return descriptionsOf()
  return what === 'data' && ids && years ? valuesOf(ids.split(','), years.split(',').map(Number)) : NOTHING
}

function pageOf(url: URL): string {
  const all = listedAt(decodeURIComponent(url.pathname).split('/').slice(2))
  const page = Number(url.searchParams.get('page') ?? 1)
  const [from, to] = [(page - 1) * MOST_PER_PAGE, Math.min(all.length, page * MOST_PER_PAGE)]
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, at) => all.at(from + at))
  url.searchParams.set('page', String(page + 1))
  const next = to < all.length ? JSON.stringify(url.href) : 'null'
  return `{"count":${rows.length},"values":[${rows.join()}],"next_url":${next}}`
}

/**
 * A made-up Kolada as large as wanted, which pages as the v3 web API does, until it is ended: `tsx kolada-source.ts 6100`.
 * Says its address on a line of its own.
 */
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(pageOf(url))
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number }
  console.log(`http://127.0.0.1:${port}/v3`)
})
