import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SurveysAnswer } from '../../data/model/answers/surveys.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 300_000)
afterAll(() => site.close())

test('each answer is a dot on its grade, with who was asked and who answered, and no percentage anywhere', async () => {
  const { page } = await site.open('/?view=surveys')
  const { questions } = (await page.evaluate(async () => (await fetch('/api/v1/surveys')).json())) as SurveysAnswer
  expect(questions.length).toBeGreaterThan(0)
  for (const { question, period, groups, grades } of questions) {
    const figure = page.locator(`#enkat-${question}-${period}`)
    const [{ answered, asked, counts }] = groups as [(typeof groups)[number]]
    const told = await figure.innerText()
    expect(told).toContain(`${answered} av ${asked} tillfrågade chefer svarade`)
    expect(told).not.toContain('%')
    const dots = await figure.locator('svg circle').count()
    expect(dots).toBe(counts.reduce((sum, count) => sum + count, 0))
    const points = await figure
      .locator('[data-point]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-point')))
    expect(points).toEqual(grades.map(({ name }, at) => `Alla tillsammans: ${name}, ${counts[at]} av ${answered}`))
  }
  await site.leave(page)
})

test('another year is chosen, and one without answers shows the newest', async () => {
  const { page } = await site.open('/?view=surveys&period=2024')
  expect(await page.locator('main figure').first().getAttribute('id')).toContain('-2024')
  await site.leave(page)
  const { page: other } = await site.open('/?view=surveys&period=2016')
  expect(await other.locator('main figure').count()).toBeGreaterThan(0)
  await site.leave(other)
})
