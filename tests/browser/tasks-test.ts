import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site, settled } from './site.ts'
import { EIGHT } from './tasks/eight.ts'
import { Hand } from './tasks/hand.ts'
import { SOURCES, TASKS, type Task } from './tasks/tasks.ts'

type Visit = NonNullable<BrowserContextOptions['storageState']>

let site: Site
/** What the browser keeps since an earlier visit: the municipality and the group. */
let visited: Visit
const done = new Map<Task, Hand>()

beforeAll(async () => {
  site = await openSite()
  const { page } = await site.open('/')
  await page.getByRole('combobox', { name: 'Kommun' }).click()
  await page.keyboard.type('Solna')
  await page.keyboard.press('Enter')
  await page.waitForURL(/municipality=0184/)
  await page.getByLabel('Jämför med').selectOption('fou-nordvast')
  await page.waitForURL(/group=fou-nordvast/)
  await settled(page)
  visited = await page.context().storageState()
  await site.leave(page)
}, 300_000)
afterAll(() => site.close())

test.each(TASKS)('$title', async (task) => {
  const { page, complaints } = await site.open('/', { storageState: visited })
  const hand = new Hand(page)
  const begun = performance.now()
  await task.carryOut(hand)
  console.info(`${task.title}: ${hand.clicks} clicks, ${Math.round((performance.now() - begun) / 100) / 10} s`)
  done.set(task, hand)
  expect(hand.clicks).toBeLessThanOrEqual(task.jamforaren.length / 2)
  expect(complaints).toEqual([])
  await site.leave(page)
})

test.each(EIGHT)('$title', async ({ title, most, viewport, carryOut }) => {
  const { page, complaints } = await site.open('/', {
    storageState: visited,
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(viewport && { viewport }),
  })
  const hand = new Hand(page)
  const begun = performance.now()
  await carryOut(hand)
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  console.info(`${title}: ${hand.clicks} clicks, ${seconds} s (${hand.pressed.join(', ')})`)
  expect(hand.clicks).toBeLessThanOrEqual(most)
  expect(complaints).toEqual([])
  await site.leave(page)
})

test('the written list says what was done, and in how many clicks', async () => {
  const rows = TASKS.map((task, index) => {
    const hand = done.get(task)!
    const here = hand.clicks === 0 ? 'it is on the start page' : hand.pressed.join(', ')
    return `## ${index + 1}. ${task.title}\n
- Jämföraren, ${task.jamforaren.length} clicks (${task.basis}): ${task.jamforaren.join(', ')}.
- Jämsides, ${hand.clicks} ${hand.clicks === 1 ? 'click' : 'clicks'}: ${here}.\n`
  })
  const bases = Object.entries(SOURCES).map(([basis, source]) => `- *${basis}*: ${source}`)
  const page = `# Ten tasks of a quality controller

Written by \`tests/browser/tasks-test.ts\`, which carries out each of them in a real browser and holds that it takes at most
half the clicks of Kolada's Jämföraren. Both begin at their start page with the municipality already chosen. A click is a
press on a link, a button or a list, and another to choose in the list; writing in a box is none. What stands for
Jämföraren is counted from what its publisher has described, and marked by how well that is known:

${bases.join('\n')}

${rows.join('\n')}`
  await expect(page).toMatchFileSnapshot('tasks/README.md')
})
