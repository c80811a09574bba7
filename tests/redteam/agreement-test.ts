import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instrument } from '../../data/instruments/definition.ts'
import { instruments } from '../../data/instruments/index.ts'
import type { AggregateAnswer, AggregateCell } from '../../data/model/answers/aggregate.ts'
import { asiClients } from '../../data/sample/asi-clients.ts'
import { randomFrom } from '../../data/sample/random.ts'
import { ubuClients } from '../../data/sample/ubu-clients.ts'
import { children } from './children.ts'
import { contradictionsIn, type InView, outsideItsSexes } from './contradictions.ts'
import { followedClients } from './follow-ups.ts'
import { type Service, startService } from './service.ts'

// Figures of the catalogue, of every place, year, group and span here, set beside those in view of them. `npm run redteam`
// takes every area, both kinds of UBU and every crossing; here are two areas, the yearly kind and age.
const NORDVAST = ['0125', '0123', '0191', '0163', '0184', '0183', '0139', '0114']
const PLACES = [...NORDVAST, 'fou-nordvast', 'county-01']
const PERIODS = ['2021', '2022', '2023', '2021-2023', '2022-2023']
const DIVIDED = ['', 'aldersgrupp']
const isTaken = (id: string): boolean => /^(alkohol|psykisk|uppfoljda|.*_arlig$)/.test(id)

let sample: Service
let random: Service

beforeAll(async () => {
  sample = await startService({}, 'agreement')
  const wanted = { seed: 1, municipalities: NORDVAST, years: [2021, 2022, 2023], perYear: 60 }
  await sample.load([...asiClients(wanted)])
  await sample.load([...ubuClients(wanted)], 'ubu')
  random = await startService({}, 'agreement')
  const size = randomFrom('sizes')
  const drawn = NORDVAST.flatMap((place) =>
    [2021, 2022, 2023].map((year) => ({ place, year, persons: 12 + Math.floor(90 * size() ** 2) })),
  )
  await random.load(
    drawn.flatMap(({ place, year, persons }) =>
      followedClients('agreement', place, year, persons).flatMap(({ baseline, later }) =>
        [baseline, later ?? []].flat(),
      ),
    ),
  )
  await random.load(
    drawn.flatMap(({ place, year, persons }) => children('agreement', place, year, persons)),
    'ubu',
  )
})

afterAll(async () => {
  await sample?.close()
  await random?.close()
})

/** Everything that is shown, by place, period and cell. */
async function everythingShown(
  service: Service,
  instrument: Instrument,
): Promise<Map<string, Map<string, AggregateCell>>> {
  const views = new Map<string, Map<string, AggregateCell>>()
  const offered = (by: string): boolean =>
    by === '' ||
    instrument.dimensions.some(({ id }) => id === by) ||
    instrument.crossings.some(([, id]) => `kon,${id}` === by)
  const breakdowns = DIVIDED.flatMap((by) => [by, by === '' ? 'kon' : `kon,${by}`]).filter(offered)
  for (const by of breakdowns) {
    for (const measures of inHundreds(instrument.measures.map(({ id }) => id).filter(isTaken))) {
      for (const place of PLACES) {
        const question = { instrument: instrument.id, measure: measures.join(), places: place, periods: PERIODS.join() }
        const { cells }: AggregateAnswer = await service.ask({ ...question, ...(by && { by }) })
        for (const cell of cells.filter(({ shown }) => shown)) noteIn(views, cell)
      }
    }
  }
  return views
}

function inHundreds<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / 100) }, (_, i) => items.slice(100 * i, 100 * (i + 1)))
}

function noteIn(views: Map<string, Map<string, AggregateCell>>, cell: AggregateCell): void {
  const name = nameOf(cell, cell.categories)
  views.set(name, (views.get(name) ?? new Map()).set(cell.measure, cell))
}

const nameOf = ({ place, period }: AggregateCell, categories: Record<string, string>): string =>
  `${place} ${period} ${JSON.stringify(Object.entries(categories).sort())}`

const SEXES = ['kvinna', 'man', 'annat']

/** What speaks against each other, and between how much it was looked for. */
function found(instrument: Instrument, views: ReadonlyMap<string, InView>) {
  const wrong: string[] = []
  let families = 0
  for (const [name, view] of views) {
    const [any] = view.values()
    wrong.push(...contradictionsIn(instrument, view).map((what) => `${name}: ${what}`))
    if (any!.categories.kon) continue
    const sexes = SEXES.flatMap((kon) => views.get(nameOf(any!, { ...any!.categories, kon })) ?? [])
    if (sexes.length < 2) continue
    families += 1
    wrong.push(...outsideItsSexes(instrument, view, sexes).map((what) => `${name}: ${what}`))
  }
  return { wrong, families }
}

describe.each([
  ['the sample', () => sample],
  ['a random extract', () => random],
])('%s', (_, service) => {
  test.each(instruments.map((instrument) => [instrument.id, instrument] as const))(
    '%s: no figure speaks against one in view of it',
    async (_id, instrument) => {
      const views = await everythingShown(service(), instrument)
      const { wrong, families } = found(instrument, views)
      expect(wrong).toEqual([])
      expect(families).toBeGreaterThan(30)
    },
  )
})
