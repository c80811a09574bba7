import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { catalogue } from '../../../data/catalogue/index.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import { type Survey, surveyId } from '../../../data/model/survey.ts'
import { inTransaction } from '../../../data/store/duckdb.ts'
import type { Figure } from '../../../data/store/figure.ts'
import { openFigures, storeDefinitions } from '../../../data/store/figures.ts'
import { mergeStage } from '../../../data/store/figures-merge.ts'
import { CLOSED, readManifest, SCHEMA, sealManifest } from '../../../data/store/manifest.ts'
import { currentRelease } from '../../../data/store/release.ts'
import { openStage } from '../../../data/store/stage.ts'
import { storeUnits } from '../../../data/store/units.ts'
import { load } from '../../../etl/commands/load.ts'
import type { Context } from '../../../etl/commands/outcome.ts'
import { publish } from '../../../etl/release/build.ts'
import { outsideCatalogue } from '../../../etl/sources/outside-catalogue.ts'
import { serve } from '../../api/service.ts'
import { csvOf } from '../../fixtures/extracts.ts'
import { interviewsOf } from '../../fixtures/foreign-extract.ts'
import { copiedHome, emptyHome, inRelease, sharedHome, temporaryFile } from '../../fixtures/home.ts'
import { releaseTexts } from '../../fixtures/release-texts.ts'
import { isLong } from '../../fixtures/short-form.ts'

const { indicators, municipalities } = catalogue()
const COUNTED = indicators.find(({ base, kind }) => base !== null && kind === 'share')!
const REVIEWED = [
  COUNTED.id,
  COUNTED.base!,
  ...indicators.filter(({ id, kind }) => kind !== 'yesno' && id !== COUNTED.id).map(({ id }) => id),
].slice(0, 50)
const outside = (id: string, title: string) => outsideCatalogue({ id, title, area: 'Miljö', bySex: false })
const OUTSIDE = [10, 11, 12, 13, 14, 15].map((number) => outside(`N700${number}`, `Påhittad ${number}, andel (%)`))
const IDS = [...REVIEWED, ...OUTSIDE.map(({ id }) => id)]
const PLACES = municipalities.slice(0, 30).map(({ code }) => code)
const YEARS = [2018, 2019, 2020, 2021, 2022]

/** What happens to the stored figures between two releases. */
type Act = {
  kind: (typeof KINDS)[number]
  /** Of the indicators, the years and the places one, and how a value of it is. */
  indicator: number
  year: number
  place: number
  value: number
}
const KINDS = [
  ...([
    'revise',
    'remove',
    'remove all',
    'new year',
    'new mark',
    'new place',
    'limits',
    'for women',
    'first values',
  ] as const),
  ...(['new indicator', 'described otherwise', 'said otherwise', 'unit', 'survey'] as const),
]

const figure = (more: Partial<Figure> & Pick<Figure, 'indicator' | 'municipality' | 'period'>): Figure => ({
  ...{ sex: 'T', value: null, status: null, token: null, numerator: null, denominator: null },
  ...more,
})

/** No two alike, and not those of another year. */
const oneValue = (indicator: number, period: number, place: number) =>
  ((place * 7 + period * 3 + indicator * 11) % 40) + 20 + place / 10

const first = () =>
  IDS.flatMap((indicator, number) =>
    YEARS.flatMap((period) =>
      PLACES.map((municipality, place) =>
        figure({ indicator, period, municipality, value: oneValue(number, period, place) }),
      ),
    ),
  )

/** What an act hands over, as a source would. */
type Handed = { figures: Figure[]; declared?: Indicator; described?: string; unit?: string; survey?: Survey }

const UNTOUCHED = indicators.filter(({ id }) => !IDS.includes(id))

function handedBy({ kind, indicator: number, year, place, value }: Act): Handed {
  const key = { indicator: IDS[number]!, period: YEARS[year]!, municipality: PLACES[place]! }
  const newYear = (id: string, period: number, more: Partial<Figure> = {}) =>
    PLACES.map((municipality, at) => figure({ indicator: id, municipality, period, value: value + at, ...more }))
  const nothing = { figures: [] }
  switch (kind) {
    case 'revise':
      return { figures: [figure({ ...key, value })] }
    case 'remove':
      return { figures: [figure({ ...key, deleted: true, value })] }
    case 'remove all':
      return { figures: first().flatMap((one) => (one.indicator === key.indicator ? [{ ...one, deleted: true }] : [])) }
    case 'new year':
      return { figures: newYear(key.indicator, 2023) }
    case 'new mark':
      return { figures: [figure({ ...key, status: 'secrecy', token: `x${place}` })] }
    case 'new place':
      return { figures: [figure({ ...key, municipality: '0001', value })] }
    case 'limits':
      return {
        figures: [
          figure({ ...key, value, denominator: 400, numerator: 4 * value, lower: value - 1, upper: value + 1 }),
        ],
      }
    case 'for women':
      return { figures: newYear(key.indicator, 2022, { sex: 'K' }) }
    case 'first values':
      return { figures: newYear(UNTOUCHED[number]!.id, 2022) }
    case 'new indicator': {
      const declared = outside(`N8${String(number * 100 + place).padStart(4, '0')}`, `Ny ${value}`)
      return { figures: newYear(declared.id, 2022), declared }
    }
    case 'described otherwise':
      return { figures: [], declared: outside(OUTSIDE[number % OUTSIDE.length]!.id, `Andra ord ${value}, andel (%)`) }
    case 'said otherwise':
      return { figures: [], described: key.indicator }
    case 'unit':
      return { ...nothing, unit: `V15E${place % 3}` }
    case 'survey':
      return { ...nothing, survey: surveyOf(place) }
  }
}

const surveyOf = (place: number): Survey => ({
  ...{ question: 'fraga', title: 'Hur går det?', answerers: 'staff', period: 2022, municipality: PLACES[place]! },
  grades: [1, 2].map((value) => ({ value, name: null })),
  counts: [place, 20],
  asked: null,
})

let moment = 0

/** Stores what acts hand over, one after the other, as a load does. */
async function store({ home }: Context, handed: readonly Handed[]): Promise<void> {
  const figures = await openFigures(home.figures)
  try {
    for (const one of handed) {
      const loadedAt = new Date(Date.UTC(2026, 0, 1) + 1000 * moment++).toISOString()
      await storeDefinitions(figures.connection, {
        declared: new Map(one.declared ? [[one.declared.id, one.declared]] : []),
        described: one.described
          ? [{ id: one.described, title: 'Källans', description: loadedAt, nextPublication: null }]
          : [],
        groups: [],
        surveys: new Map(one.survey ? [[surveyId(one.survey), one.survey]] : []),
      })
      const stage = await openStage(figures.connection)
      for (const figure of one.figures) stage.add(figure, 'kolada', 0)
      stage.close()
      await inTransaction(figures.connection, () => mergeStage(figures.connection, loadedAt))
      if (one.unit) await storeUnit(figures.connection, one.unit, loadedAt)
    }
  } finally {
    figures.close()
  }
}

function storeUnit(connection: Parameters<typeof storeUnits>[0], id: string, loadedAt: string) {
  const unit = { id, municipality: PLACES[0]!, name: `Enhet ${id}` }
  const of = {
    indicator: REVIEWED[2]!,
    period: 2022,
    sex: 'T',
    unit: id,
    value: moment,
    status: null,
    deleted: false,
  } as const
  return inTransaction(connection, () =>
    storeUnits(connection, { units: new Map([[id, unit]]), unitFigures: [of] }, { source: 'kolada', loadedAt }),
  )
}

const filled = sharedHome(async (context) => {
  mkdirSync(dirname(context.home.figures), { recursive: true })
  const [one, ...others] = OUTSIDE.map((declared): Handed => ({ figures: [], declared }))
  await store(context, [...others, { ...one!, figures: first() }])
  const clients = temporaryFile('asi.csv', csvOf(interviewsOf('0184', { perYear: 60 })))
  const { exit, lines } = await load(context, [clients], { release: true })
  expect(exit, lines.join('\n')).toBe(0)
})

/** How many indicators stand behind the others. */
const addedIn = (context: Context) => inRelease(context, 'FROM addition').then((rows) => rows.length)

/** How often a row stands before one that should come first. */
const turnsIn = async (context: Context, table: string, order: string) => {
  const rows = `SELECT (${order}) AS key, lag(key) OVER () AS previous FROM ${table}`
  const [row] = await inRelease<{ n: number }>(
    context,
    `SELECT count(*)::INTEGER AS n FROM (${rows}) WHERE key <= previous`,
  )
  return row!.n
}

const released = ({ home, settings }: Context) => publish(home, settings)

/** The same stores in a home where nothing was published before, published whole. */
async function fromScratch({ home }: Context): Promise<Context> {
  const other = emptyHome()
  for (const path of [home.figures, home.vault, home.secret]) {
    copyFileSync(path, join(other.home.root, path.slice(home.root.length)))
  }
  // What the releases before it told of clients has been told, and stands.
  for (const folder of [home.releases, home.manifests]) mkdirSync(join(other.home.root, folder.slice(home.root.length)))
  const id = currentRelease(home)!
  writeFileSync(join(other.home.releases, `${id}.lost`), '')
  await released(other)
  expect(await addedIn(other)).toBe(0)
  return other
}

async function expectAsFromScratch(context: Context): Promise<Context> {
  const whole = await fromScratch(context)
  const [made, wanted] = [await releaseTexts(context), await releaseTexts(whole)]
  expect(Object.keys(made)).toEqual(Object.keys(wanted))
  for (const [table, rows] of Object.entries(wanted)) expect(made[table], table).toEqual(rows)
  return whole
}

const act = (kind: Act['kind'], indicator = 3): Handed => handedBy({ kind, indicator, year: 4, place: 5, value: 33 })

const ADDING_NOTHING: Act['kind'][] = ['remove all', 'said otherwise', 'unit', 'survey']
/** In the long form each kind alone. */
const BATCHES = isLong ? KINDS.map((kind) => [kind]) : [KINDS.slice(0, 5), KINDS.slice(5, 10), KINDS.slice(10)]

describe('a release that is added to the file of the one before it', () => {
  it.each(BATCHES)('holds what one that is written whole does, after: %s', async (...kinds) => {
    const context = copiedHome(await filled())
    await store(
      context,
      kinds.map((kind, at) => act(kind, 3 + at)),
    )
    await released(context)
    expect((await addedIn(context)) > 0).toBe(kinds.some((kind) => !ADDING_NOTHING.includes(kind)))
    await expectAsFromScratch(context)
  })

  it('does so whatever has happened before, one release after another', async () => {
    const acts = fc.array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        indicator: fc.integer({ min: 0, max: IDS.length - 1 }),
        year: fc.integer({ min: 0, max: YEARS.length - 1 }),
        place: fc.integer({ min: 0, max: PLACES.length - 1 }),
        value: fc.integer({ min: 10, max: 90 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    const property = fc.asyncProperty(fc.array(acts, { minLength: 2, maxLength: 4 }), async (rounds) => {
      const context = copiedHome(await filled())
      for (const round of rounds) {
        await store(context, round.map(handedBy))
        await released(context)
      }
      await expectAsFromScratch(context)
    })
    await fc.assert(property, { numRuns: isLong ? 60 : 1, endOnFailure: !isLong })
  }, 600_000)

  it('is answered from alike, to the last digit', async () => {
    const context = copiedHome(await filled())
    await store(context, [act('new year'), act('revise', 0), act('first values'), act('new indicator'), act('unit')])
    await released(context)
    await store(context, [act('for women', 13), act('remove all', 5)])
    await released(context)
    expect(await addedIn(context)).toBe(5)
    const whole = await expectAsFromScratch(context)
    const [added, wanted] = [await answersOf(context), await answersOf(whole)]
    for (const [path, answer] of Object.entries(wanted)) expect(added[path], path).toBe(answer)
  })
})

const ASKED = [
  'indicators?limit=200',
  'indicators?q=Ny',
  `compare?indicator=${IDS[0]}`,
  `compare?indicator=${IDS[3]}&group=fou-nordvast`,
  `compare?indicator=${IDS[3]}&period=2021`,
  `trend?indicator=${IDS[13]}&municipalities=${PLACES[0]}&sex=K`,
  `profile?municipality=${PLACES[1]}`,
  `profile?municipality=${PLACES[1]}&period=2021`,
  `matrix?group=${PLACES.slice(0, 6).join()}`,
  `standout?municipality=${PLACES[2]}`,
  `similar?municipality=${PLACES[2]}`,
  `units?indicator=${REVIEWED[2]}&municipality=${PLACES[0]}`,
  'revisions',
]

/** The answers without what is a release's own. */
async function answersOf({ home }: Context): Promise<Record<string, string>> {
  const service = await serve(home)
  try {
    const found: Record<string, string> = {}
    for (const path of ASKED) {
      const answer = await fetch(`${service.url}/api/v1/${path}`)
      found[path] =
        `${answer.status} ${(await answer.text()).replaceAll(currentRelease(home)!, 'ID').replace(/"builtAt":"[^"]*"/g, '')}`
    }
    return found
  } finally {
    await service.close()
  }
}

describe('a release is written whole', () => {
  const whole: [why: string, before: (context: Context) => Promise<void> | void][] = [
    [
      'where much has changed',
      (context) =>
        store(
          context,
          Array.from({ length: 14 }, (_, at) => act('new year', at)),
        ),
    ],
    [
      'where an indicator comes among the others',
      (context) => store(context, [{ declared: outside('N70012x', 'Mellan två'), figures: [] }]),
    ],
    [
      'where somebody was taken out of the clients',
      ({ home }) => {
        writeFileSync(join(home.releases, `${currentRelease(home)}${CLOSED}`), '')
      },
    ],
    [
      'where the clients were protected by other rules',
      ({ home }) => {
        const { seal: _, ...manifest } = readManifest(home, currentRelease(home)!)
        sealManifest(home, { ...manifest, rules: 1 })
      },
    ],
    [
      'where the one before has other tables',
      ({ home }) => {
        const { seal: _, ...manifest } = readManifest(home, currentRelease(home)!)
        sealManifest(home, { ...manifest, schema: SCHEMA - 1 })
      },
    ],
    [
      'where the one before is not as it was built',
      ({ home }) => {
        const path = join(home.releases, `${currentRelease(home)}.duckdb`)
        const bytes = readFileSync(path)
        bytes[bytes.length - 100]! ^= 1
        writeFileSync(path, bytes)
      },
    ],
  ]
  it.each(whole)('%s', async (_, before) => {
    const context = copiedHome(await filled())
    await store(context, [act('revise', 20)])
    await released(context)
    expect(await addedIn(context)).toBe(1)
    await before(context)
    await released(context)
    expect(await addedIn(context)).toBe(0)
  })

  it('once as much has been added little by little, which is one run in each order until then', async () => {
    const context = copiedHome(await filled())
    const added: number[] = []
    for (const indicator of [9, 3, 20, 6, 50, 30]) {
      await store(context, [handedBy({ kind: 'revise', indicator, year: 0, place: 2, value: 44 })])
      await released(context)
      added.push(await addedIn(context))
      const turns = added.at(-1) ? 1 : 0
      expect(await turnsIn(context, 'figure', 'indicator, sex, period, place')).toBe(turns)
      expect(await turnsIn(context, 'figure_by_place', 'place, sex, period, indicator')).toBe(turns)
      expect(await turnsIn(context, 'standing', 'place, sex, indicator')).toBe(turns)
    }
    expect(added).toEqual([1, 2, 3, 4, 5, 0])
    await expectAsFromScratch(context)
    await released(context)
    expect(await addedIn(context)).toBe(0)
  })
})

test('other figures of clients are never written into the file that holds the former', async () => {
  const context = copiedHome(await filled())
  const clients = temporaryFile('asi.csv', csvOf(interviewsOf('0184', { perYear: 90, year: 2022 })))
  await store(context, [act('new year')])
  expect((await load(context, [clients], { release: true })).exit).toBe(0)
  // Few values changed: they are added, after rows that were taken over one by one.
  expect(await addedIn(context)).toBe(1)
  await expectAsFromScratch(context)
})
