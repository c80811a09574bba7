import { asi } from '../../data/instruments/asi.ts'
import { cellsOf } from '../../data/instruments/cells.ts'
import type { AggregateCell } from '../../data/model/answers/aggregate.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { askEverything } from './asking.ts'
import { clients } from './clients.ts'
import { limitsOf } from './contradictions.ts'
import { startService } from './service.ts'

const PLACES = ['0184', '0163', '0123', '0191', '0125', '0183', '0139', '0114']
const YEAR = 2022
const MEASURES = {
  count: 'personer_grund',
  share: 'psykisk_skattning_minst_4_grund',
  mean: 'psykisk_skattning_grund',
} as const

/** What protection costs at so many clients a year: of cells with ten persons or more, and of what is shown of them. */
export interface Utility {
  /** Percent of the cells that are shown. */
  shown: number
  /** How far off on average, in persons, percentage points and steps of the rating. */
  count: number
  share: number
  /** How far off the noise and the bounds of rule 7 alone would put the shares on average: the engine may not add to it. */
  shareByRule: number
  mean: number
  /** Percent of the intervals of shares that reach over the true one. */
  covered: number
  cells: number
}

export async function utilityAt(persons: number): Promise<Utility> {
  const rows = new Map(PLACES.map((place) => [place, clients('utility', place, YEAR, persons)]))
  const service = await startService({}, 'utility')
  try {
    await service.load([...rows.values()].flat())
    const answered = await askEverything(service, asi, Object.values(MEASURES), PLACES, YEAR)
    const large = trueCells(rows).filter((cell) => cell.persons.length >= 10)
    const told = (measure: keyof typeof MEASURES) =>
      large.flatMap(({ key, persons: inside }) => {
        const cell = answered(MEASURES[measure]).get(key)
        return cell ? [{ cell, inside }] : []
      })
    const exact = told('share').filter(({ cell }) => !cell.bound)
    return {
      shown: (100 * told('count').length) / large.length,
      count: average(told('count').map(({ cell, inside }) => Math.abs(cell.count! - inside.length))),
      share: average(told('share').map(({ cell, inside }) => Math.abs(middleOf(cell) - shareOf(inside)))),
      shareByRule: average(told('share').map(({ inside }) => costByRule(inside))),
      mean: average(told('mean').map(({ cell, inside }) => Math.abs(cell.value! - meanOf(inside)))),
      covered:
        (100 *
          exact.filter(({ cell, inside }) => cell.lower! <= shareOf(inside) && shareOf(inside) <= cell.upper!).length) /
        exact.length,
      cells: large.length,
    }
  } finally {
    await service.close()
  }
}

/** The persons of every cell of every municipality, as they truly are. */
function trueCells(rows: ReadonlyMap<string, ClientRow[]>) {
  return PLACES.flatMap((place) =>
    cellsOf(asi).map(({ name, choices }) => ({
      key: `${place} ${name}`,
      persons: rows
        .get(place)!
        .filter((row) => choices.every(({ dimension, category }) => row[dimension] === category)),
    })),
  )
}

/** Chances of −4 to 4 persons at a cut, from the words of rule 7. */
const AT_A_CUT = [0.0001, 0.0044, 0.054, 0.242, 0.399, 0.242, 0.054, 0.0044, 0.0001]
const TOO_FEW = 4.5

/** How far off a share is on average if nothing but rule 7 is done to it, percentage points. */
function costByRule(persons: readonly ClientRow[]): number {
  const n = persons.length
  const share = shareOf(persons)
  const bound = Math.ceil(500 / n) / 2
  return AT_A_CUT.reduce((sum, chance, i) => {
    const count = (share / 100) * n + i - 4
    const told = count < TOO_FEW ? bound : n - count < TOO_FEW ? 100 - bound : (100 * count) / n
    return sum + chance * Math.abs(told - share)
  }, 0)
}

function middleOf(cell: AggregateCell): number {
  const [low, high] = limitsOf(cell)
  return (low + high) / 2
}

const ratings = (persons: readonly ClientRow[]): number[] => persons.map((row) => Number(row.psykisk_skattning))
const shareOf = (persons: readonly ClientRow[]): number =>
  (100 * ratings(persons).filter((rating) => rating >= 4).length) / persons.length
const meanOf = (persons: readonly ClientRow[]): number => average(ratings(persons))

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
