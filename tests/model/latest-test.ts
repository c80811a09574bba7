import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latestYear } from '../../data/model/latest.ts'

const years = (counts: Record<number, number>) =>
  Object.entries(counts).map(([period, count]) => ({ period: Number(period), count }))

describe('the latest year', () => {
  test.each([
    ['the newest where all take part', { 2020: 290, 2021: 290 }, 2021],
    ['a survey that few ever take part in', { 2018: 81, 2020: 80, 2022: 79 }, 2022],
    ['not a year that has only begun to come in', { 2019: 290, 2021: 3 }, 2019],
    ['exactly half is enough', { 2020: 100, 2021: 50 }, 2021],
    ['less than half is not', { 2020: 100, 2021: 49 }, 2020],
    ['a great year long ago no longer counts', { 2008: 290, 2012: 60, 2018: 81, 2022: 79 }, 2022],
    ['the tenth year counts, the eleventh does not', { 2012: 290, 2013: 160, 2022: 80 }, 2022],
    ['the tenth year counts', { 2013: 161, 2022: 80 }, 2013],
    ['a series that has ended, from its own end', { 2004: 290, 2009: 20, 2013: 12, 2014: 5 }, 2013],
    ['a year without any value is no year of it', { 2021: 120, 2022: 0 }, 2021],
    ['whatever their order', { 2022: 79, 2018: 81 }, 2022],
  ])('%s', (_, counts, expected) => expect(latestYear(years(counts as Record<number, number>))).toBe(expected))

  test('nothing for an indicator without values', () => {
    expect(latestYear([])).toBeNull()
    expect(latestYear(years({ 2020: 0, 2021: 0 }))).toBeNull()
  })

  test('has half of the best of its ten years, and no newer year has', () => {
    const counts = fc.uniqueArray(
      fc.record({ period: fc.integer({ min: 1990, max: 2025 }), count: fc.integer({ min: 0, max: 290 }) }),
      { selector: ({ period }) => period },
    )
    fc.assert(
      fc.property(counts, (covered) => {
        const newest = Math.max(...covered.filter(({ count }) => count > 0).map(({ period }) => period))
        const inReach = covered.filter(({ period }) => period > newest - 10)
        const enough = inReach.filter(
          ({ count }) => count > 0 && 2 * count >= Math.max(...inReach.map((one) => one.count)),
        )
        const expected = enough.length === 0 ? null : Math.max(...enough.map(({ period }) => period))
        expect(latestYear(covered)).toBe(expected)
      }),
    )
  })
})
