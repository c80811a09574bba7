import { afterAll, beforeAll, expect, test } from 'vitest'
import { asi } from '../../data/instruments/asi.ts'
import { cellsOf } from '../../data/instruments/cells.ts'
import type { InterviewKind } from '../../data/instruments/definition.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { randomFrom } from '../../data/sample/random.ts'
import { openLocked, rowsOf } from '../../data/store/duckdb.ts'
import { releaseFile } from '../../data/store/release.ts'
import { readVault } from '../../data/store/vault.ts'
import { personView } from '../../data/store/vault-persons.ts'
import { clients, DIMENSIONS } from './clients.ts'
import { type Service, startService } from './service.ts'

const SIZES: [string, number][] = [
  ['0184', 12],
  ['0163', 40],
  ['0123', 90],
  ['0191', 150],
  ['0125', 300],
  ['0183', 60],
  ['0139', 60],
  ['0114', 60],
]

/** How many are not followed up, where that is not four in ten. */
const NOT_FOLLOWED_UP: Record<string, number> = { '0183': 3, '0139': 0, '0114': 5 }

/** Some are followed up half a year later, with other attributes then. */
function withFollowUps(rows: ClientRow[]): ClientRow[] {
  const random = randomFrom('follow-ups')
  const left = { ...NOT_FOLLOWED_UP }
  const followed = rows.filter(({ kommun }) => {
    const place = String(kommun)
    return left[place] === undefined ? random() < 0.6 : left[place]-- <= 0
  })
  const later = clients('later', '0000', 2023, followed.length)
  return [
    ...rows.map((row) => ({ ...row, manad: '2022-03' })),
    ...followed.map(({ pseudo_id, kommun }, i) => ({
      ...later[i]!,
      pseudo_id: pseudo_id!,
      kommun: kommun!,
      manad: random() < 0.5 ? '2022-09' : '2023-01',
      intervju: 'uppfoljning',
    })),
  ]
}

type Cell = { place: string; kind: InterviewKind; cell: string; measure: string }

let service: Service
let shown: Cell[]
let persons: Map<string, Record<string, string>[]>

beforeAll(async () => {
  service = await startService()
  const rows = SIZES.flatMap(([place, size]) => clients('pairs', place, 2022, size))
  const { manifest } = await service.load(withFollowUps(rows))
  shown = await shownFigures(releaseFile(service.home, manifest.id))
  persons = await personsByKind()
})

afterAll(() => service?.close())

/** Everything that the finished release shows. */
async function shownFigures(file: string): Promise<Cell[]> {
  const release = await openLocked(file)
  try {
    const rows = await rowsOf<{ cell: string; measure: string; place: string }>(
      release.connection,
      `SELECT cell.name AS cell, measure.id AS measure, format('{:04d} {}', municipality, year) AS place
       FROM protected_figure AS figure
       JOIN protected_measure AS measure ON measure.number = figure.measure
       JOIN protected_cell AS cell ON cell.number = figure.cell WHERE cell.instrument = 'asi'`,
    )
    const kindOf = new Map(asi.measures.map(({ id, interview }) => [id, interview]))
    return rows.map((row) => ({ ...row, kind: kindOf.get(row.measure)! }))
  } finally {
    release.close()
  }
}

/** The persons out of the vault, by a question of the test's own. */
async function personsByKind(): Promise<Map<string, Record<string, string>[]>> {
  const vault = await readVault(service.home.vault)
  try {
    const found = new Map<string, Record<string, string>[]>()
    for (const { id: kind } of asi.kinds) {
      const rows = await rowsOf<Record<string, string>>(
        vault.connection,
        `SELECT municipality || ' ' || year AS place, pseudo_id, ${DIMENSIONS.join()} FROM ${personView(asi, kind)}`,
      )
      for (const [place, ofPlace] of groupedBy(rows, (row) => row.place!)) found.set(`${place} ${kind}`, ofPlace)
    }
    return found
  } finally {
    vault.close()
  }
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

function personsOf({ place, kind, cell }: Pick<Cell, 'place' | 'kind' | 'cell'>): Set<string> {
  const { choices } = cellsOf(asi).find(({ name }) => name === cell)!
  const inside = (persons.get(`${place} ${kind}`) ?? []).filter((row) =>
    choices.every(({ dimension, category }) => row[dimension] === category),
  )
  return new Set(inside.map(({ pseudo_id }) => pseudo_id!))
}

/** The shown cells of each municipality's year and kind, once each. */
function shownSets() {
  const distinct = new Map(shown.map((one) => [`${one.place} ${one.kind} ${one.cell}`, one]))
  return [...distinct.values()].map((one) => ({ ...one, members: personsOf(one) }))
}

const differing = (a: Set<string>, b: Set<string>): number =>
  [...a].filter((person) => !b.has(person)).length + [...b].filter((person) => !a.has(person)).length

test('enough is shown in every kind for the rule to bite', () => {
  const countOf = (kind: string): number => shownSets().filter((cell) => cell.kind === kind).length
  expect(countOf('baseline')).toBeGreaterThan(40)
  expect(countOf('followup')).toBeGreaterThan(40)
  expect(countOf('change')).toBeGreaterThan(10)
})

test('no two shown cells of a kind differ in one to four persons', () => {
  const tooNear = [...groupedBy(shownSets(), ({ place, kind }) => `${place} ${kind}`).values()].flatMap((cells) =>
    cells.flatMap((a, i) =>
      cells
        .slice(i + 1)
        .filter((b) => differing(a.members, b.members) > 0 && differing(a.members, b.members) < 5)
        .map((b) => `${a.place} ${a.kind}: ${a.cell} | ${b.cell}`),
    ),
  )
  expect(tooNear).toEqual([])
})

test('no shown cell holds fewer than six persons', () => {
  expect(Math.min(...shownSets().map(({ members }) => members.size))).toBeGreaterThanOrEqual(6)
})

const WIDE = ['', 'kon:kvinna', 'kon:man', 'kon:annat']

test('a change is told for all and by sex only', () => {
  const changes = shown.filter(({ kind }) => kind === 'change')
  const sameAsWide = (cell: Cell): boolean =>
    WIDE.some((wide) => differing(personsOf(cell), personsOf({ ...cell, cell: wide })) === 0)
  expect(changes.some(({ cell }) => cell === 'kon:man')).toBe(true)
  expect(changes.filter((cell) => !WIDE.includes(cell.cell) && !sameAsWide(cell))).toEqual([])
})

const isEnd = ({ kind, measure }: Cell): boolean => kind === 'change' && /_(fore|efter)$/.test(measure)

test('before and after stand beside it only where those not followed up are none or five; outcomes need no such rest', () => {
  const ends = shown.filter(isEnd)
  expect(ends.some(({ cell }) => cell === 'kon:man')).toBe(true)
  for (const cell of new Map(ends.map((end) => [`${end.place} ${end.cell}`, end])).values()) {
    const rest = differing(personsOf({ ...cell, kind: 'baseline' }), personsOf(cell))
    expect(rest === 0 || rest >= 5, `${cell.place} ${cell.cell}: ${rest}`).toBe(true)
  }
  const placesWith = (cells: readonly Cell[]): Set<string> =>
    new Set(cells.filter(({ cell }) => cell === '').map(({ place }) => place))
  const withEnds = placesWith(ends)
  expect(['0183 2022', '0139 2022', '0114 2022'].map((place) => withEnds.has(place))).toEqual([false, true, true])
  expect(
    placesWith(
      shown.filter(({ measure }) => measure === 'psykisk_oforandrade' || measure === 'psykisk_forbattrade'),
    ).has('0183 2022'),
  ).toBe(true)
})

test('a mean change is nowhere in the release: it is the difference of two that are', () => {
  expect(shown.filter(({ measure }) => measure.endsWith('_skattning_forandring'))).toEqual([])
})
