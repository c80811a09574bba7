import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cellsOf, familiesOf } from '../../data/instruments/cells.ts'
import type { Instrument } from '../../data/instruments/definition.ts'
import { instruments } from '../../data/instruments/index.ts'
import { asiClients } from '../../data/sample/asi-clients.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { randomFrom } from '../../data/sample/random.ts'
import { ubuClients } from '../../data/sample/ubu-clients.ts'
import type { Manifest } from '../../data/store/manifest.ts'
import { fewOf, isLong } from '../fixtures/short-form.ts'
import { allShown, type View } from './all-shown.ts'
import { children } from './children.ts'
import { contradictionsIn, outsideItsSexes } from './contradictions.ts'
import { followedClients } from './follow-ups.ts'
import { type Service, startService } from './service.ts'

// Every measure, place, group, year and run of years, set beside what is in view of it. The short form looks at every whole
// that is divided by sex, by one chance; `npm run agreement` at every cell, with three chances each.
const NORDVAST = ['0125', '0123', '0191', '0163', '0184', '0183', '0139', '0114']
const YEARS = [2021, 2022, 2023]
const PERIODS = ['2021', '2022', '2023', '2021-2022', '2022-2023', '2021-2023']
const PLACES = [...NORDVAST, 'fou-nordvast', ...(isLong ? ['county-01'] : [])]

type Extracts = Record<Instrument['id'], ClientRow[]>

function sample(seed: number): Extracts {
  const wanted = { seed, municipalities: NORDVAST, years: YEARS, perYear: 60 }
  return { asi: [...asiClients(wanted)], ubu: [...ubuClients(wanted)] }
}

/** From a dozen to a hundred a year, ratings apart from one another: where sexes differ most by chance. */
function random(seed: number): Extracts {
  const size = randomFrom(`sizes ${seed}`)
  const drawn = NORDVAST.flatMap((place) =>
    YEARS.map((year) => ({ place, year, persons: 12 + Math.floor(90 * size() ** 2) })),
  )
  const clients = drawn.flatMap(({ place, year, persons }) => followedClients(`${seed}`, place, year, persons))
  return {
    asi: clients.flatMap(({ baseline, later }) => [baseline, later ?? []].flat()),
    ubu: drawn.flatMap(({ place, year, persons }) => children(`${seed}`, place, year, persons)),
  }
}

function breakdownsOf({ dimensions, crossings }: Instrument): string[] {
  const divided = crossings.map(([, other]) => other)
  return isLong
    ? ['', ...dimensions.map(({ id }) => id), ...divided.map((id) => `kon,${id}`)]
    : ['', 'kon', ...divided.flatMap((id) => [id, `kon,${id}`])]
}

/** What speaks against each other among the views of a place, and between how many wholes and sexes it was looked for. */
function found(instrument: Instrument, views: readonly View[]) {
  const cells = cellsOf(instrument).map(({ name }) => name)
  const viewOf = new Map(views.map((view) => [`${view.period} ${view.cell}`, view]))
  const families = views.flatMap((whole) => {
    const family = familiesOf(instrument).find((one) => cells[one.whole] === whole.cell)
    const sexes = family?.parts.flatMap((part) => viewOf.get(`${whole.period} ${cells[part]}`) ?? []) ?? []
    return sexes.length > 1 ? [{ whole, sexes: sexes.map(({ figures }) => figures) }] : []
  })
  const named = ({ place, period, cell }: View, wrong: string[]) =>
    wrong.map((one) => `${place} ${period} ${cell}: ${one}`)
  return {
    families: families.length,
    wrong: [
      ...views.flatMap((view) => named(view, contradictionsIn(instrument, view.figures))),
      ...families.flatMap(({ whole, sexes }) => named(whole, outsideItsSexes(instrument, whole.figures, sexes))),
    ],
  }
}

const DRAWN: [string, (seed: number) => Extracts, number[]][] = [
  ['a random extract', random, isLong ? [4, 5, 6] : [4]],
  ['the sample', sample, [1, 2, 3]],
]

describe.each(fewOf(DRAWN, 1))('%s', (_, drawn, seeds) => {
  describe.each(seeds)('chance %i', (seed) => {
    let service: Service
    let about: Manifest

    beforeAll(async () => {
      service = await startService({}, `agreement ${seed}`)
      const { asi, ubu } = drawn(seed)
      await service.store(asi)
      about = (await service.load(ubu, 'ubu')).manifest
    })

    afterAll(() => service?.close())

    test.each(instruments.map((instrument) => [instrument.id, instrument] as const))(
      '%s: no figure speaks against one in view of it',
      async (_id, instrument) => {
        const looked = { places: PLACES, periods: PERIODS, breakdowns: breakdownsOf(instrument) }
        let families = 0
        for await (const views of allShown(service.home, about, instrument, looked)) {
          const here = found(instrument, views)
          expect(here.wrong).toEqual([])
          families += here.families
        }
        expect(families).toBeGreaterThan(30)
      },
    )
  })
})
