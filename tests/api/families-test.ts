import { describe, expect, test } from 'vitest'
import { judged } from '../../api/features/aggregate/families.ts'
import type { Shown } from '../../api/features/aggregate/sums.ts'
import { asi } from '../../data/instruments/asi.ts'
import type { Bound } from '../../data/model/answers/aggregate.ts'

const measure = (id: string) => asi.measures.find((one) => one.id === id)!
const SHARE = measure('psykisk_forbattrade')
const BARS = measure('psykisk_skattning_fordelning_grund')
const THREE = [2021, 2022, 2023]

function shown(value: number, years = THREE, bound?: Bound): Shown {
  const parts = years.map((year) => ({ municipality: '0139', year, count: 20, low: value, high: value, bars: [] }))
  return {
    figure: { value, ...(bound && { bound }), count: 20 * years.length, lower: null, upper: null },
    reach: null,
    parts,
  }
}

const heldBack = (...family: Parameters<typeof judged>) => judged(...family).figures
const mediansHeldBack = (...family: Parameters<typeof judged>) => judged(...family).medians

/** So many percent at four or more, in two bars. */
function bars(above: number, median = 4): Shown {
  const step = { steps: [], to: 9 }
  const distribution = [
    { ...step, from: 0, share: 100 - above },
    { ...step, from: 4, share: above },
  ]
  const { figure, ...rest } = shown(median)
  return { ...rest, figure: { ...figure, distribution } }
}

describe('a whole and its sexes', () => {
  test('are all told where the whole lies between them, or three points outside', () => {
    expect(heldBack(SHARE, shown(40), [shown(34), shown(44)])).toBeNull()
    expect(heldBack(SHARE, shown(31), [shown(34), shown(44)])).toBeNull()
    expect(heldBack(SHARE, shown(47), [shown(34), shown(44)])).toBeNull()
  })

  test('farther outside: the sexes are held back', () => {
    expect(heldBack(SHARE, shown(30), [shown(34), shown(44)])).toBe('sexes')
    expect(heldBack(SHARE, shown(48), [shown(34), shown(44), null])).toBe('sexes')
  })

  test('the whole is, if it lacks a year that they hold', () => {
    expect(heldBack(SHARE, shown(28, [2021]), [shown(34), shown(44)])).toBe('whole')
    expect(heldBack(SHARE, shown(28), [shown(34, [2022]), shown(44)])).toBe('sexes')
  })

  test('a bound reaches as far as what it may be', () => {
    expect(heldBack(SHARE, shown(10), [shown(20, THREE, 'under'), shown(44)])).toBeNull()
    expect(heldBack(SHARE, shown(10, THREE, 'under'), [shown(20), shown(44)])).toBe('sexes')
  })

  test('of one sex alone nothing is said against the whole', () => {
    expect(heldBack(SHARE, shown(28), [shown(34), null, null])).toBeNull()
    expect(heldBack(SHARE, null, [shown(34), shown(44)])).toBeNull()
  })

  test('means are held to three percent of their scale, bars to three points at each of them', () => {
    const mean = measure('psykisk_skattning_grund')
    expect(heldBack(mean, shown(3.8), [shown(4), shown(5)])).toBeNull()
    expect(heldBack(mean, shown(3.7), [shown(4), shown(5)])).toBe('sexes')
    expect(heldBack(BARS, bars(38), [bars(40), bars(50)])).toBeNull()
    expect(heldBack(BARS, bars(36), [bars(40), bars(50)])).toBe('sexes')
  })
  test('a median outside is held back alone: its bars may have been merged differently', () => {
    const family = [bars(38, 4.2), [bars(40, 4.5), bars(50, 5)]] as const
    expect([heldBack(BARS, ...family), mediansHeldBack(BARS, ...family)]).toEqual([null, 'sexes'])
    expect(mediansHeldBack(BARS, bars(38, 4.3), [bars(40, 4.5), bars(50, 5)])).toBeNull()
    expect(mediansHeldBack(SHARE, shown(28), [shown(34), shown(44)])).toBeNull()
  })
})
