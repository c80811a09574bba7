import { expect, it } from 'vitest'
import { withGaps } from '../../../dashboards/charts/gaps.ts'

const course = (...years: number[]) => years.map((period) => ({ period, value: 1 as number | null }))

it('a year without a value breaks the line', () => {
  expect(withGaps(course(2015, 2016, 2019), [2015, 2016, 2017, 2018, 2019]).map(({ value }) => value)).toEqual([
    1,
    1,
    null,
    1,
  ])
  expect(withGaps([...course(2015), { period: 2016, value: null }, ...course(2017)], [2015, 2016, 2017])).toHaveLength(
    3,
  )
})

it('what is measured every second year has no gaps for that', () => {
  expect(withGaps(course(2015, 2017, 2019), [2015, 2017, 2019])).toEqual(course(2015, 2017, 2019))
  expect(withGaps(course(2015), [2015])).toEqual(course(2015))
})
