import { expect, test } from 'vitest'
import { NotLoadedAnswer } from '../../data/model/answers/not-loaded.ts'
import { asking } from './asking.ts'

const { answer, problem } = asking()

test('an indicator that Kolada has and the release has not is found by words, with the command that fetches it', async () => {
  const { indicators, count } = NotLoadedAnswer.strict().parse(
    await answer('/not-loaded?q=behörighet gymnasiet&count=3'),
  )
  expect(indicators).toHaveLength(3)
  expect(count).toBeGreaterThan(3)
  for (const { id, title, command } of indicators) {
    expect(title.toLowerCase()).toMatch(/behör/)
    expect(command).toBe(`npm run etl -- fetch kolada --indicators ${id}`)
  }
})

test('by its id, in either case, it is found alone', async () => {
  for (const q of ['N00003', 'n00003'])
    expect((await answer(`/not-loaded?q=${q}`)).indicators.map(({ id }: { id: string }) => id)).toEqual(['N00003'])
})

test('what the release knows is not among them', async () => {
  expect((await answer('/not-loaded?q=U30452')).indicators).toEqual([])
  const { indicators } = await answer('/not-loaded?q=ekonomiskt bistånd&count=100')
  const { indicators: known } = await answer('/indicators')
  const ids = new Set(known.map(({ id }: { id: string }) => id))
  expect(indicators.filter(({ id }: { id: string }) => ids.has(id))).toEqual([])
})

test('a question without words is refused', async () => {
  expect((await problem('/api/v1/not-loaded?q=')).status).toBe(400)
})
