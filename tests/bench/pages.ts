import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startServer } from '../../api/server.ts'
import { homeAt } from '../../data/store/home.ts'
import { sample } from '../../etl/commands/sample.ts'
import { launchBrowser } from '../browser/browser.ts'
import type { Bench } from './main.ts'
import { type Measured, measured } from './measure.ts'

const CHOICE = 'municipality=0184&indicator=N31814&group=fou-nordvast'
/** What is chosen and how: the options of a list, one after the other, none of them asked for before. */
const CHOICES: readonly [work: string, path: string, list: string][] = [
  ['Jämför: choose a group', `/?view=compare&${CHOICE}`, 'group'],
  ['Jämför: choose a year', `/?view=compare&${CHOICE}`, 'period'],
  ['Profil: choose an area', `/?view=profile&${CHOICE}`, 'area'],
  ['Översikt: choose a group', `/?view=matrix&${CHOICE}`, 'group'],
  ['Översikt: keep some rows', `/?view=matrix&${CHOICE}&area=all`, 'only'],
]
const MOST_OPTIONS = 15

/** From a choice to the page that shows it drawn, with the whole catalogue of many years in service, against an empty frame. */
export async function benchPages({ folder, settings }: Bench, years: string): Promise<Measured[]> {
  const home = join(folder, 'pages')
  await sample({ home: homeAt(home), settings }, { years, seed: 1, clients: 1 })
  const quiet = { ...settings, JAMSIDES_LOG: 'silent', JAMSIDES_REQUESTS_PER_MINUTE: 1_000_000, PORT: 0 }
  const running = await startServer({ ...quiet, JAMSIDES_HOME: home })
  const browser = await launchBrowser()
  try {
    const rows: Measured[] = []
    for (const [work, path, list] of CHOICES) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      await page.goto(`${running.url}${path}`)
      await page.locator('main[aria-busy="false"] h1').waitFor()
      const times = await page.evaluate(chooseEach, { list, most: MOST_OPTIONS })
      const amount = `median of ${times.length}, ${years}`
      rows.push(measured(work, amount, median(times), 'a frame', await frameOf(page)))
      await page.close()
    }
    return rows
  } finally {
    await browser.close()
    await running.close()
  }
}

/**
 * In the page: chooses each option in turn, and times it until the page is no longer busy and has been painted.
 * No function within has a name: the compiler would call for a part that the page does not have.
 */
async function chooseEach({ list, most }: { list: string; most: number }): Promise<number[]> {
  const options = Array.from(document.querySelector<HTMLSelectElement>(`#${list}`)!.options, ({ value }) => value)
  const times: number[] = []
  for (const value of options.slice(0, most)) {
    const select = document.querySelector<HTMLSelectElement>(`#${list}`)!
    if (select.value === value) continue
    select.value = value
    const begun = performance.now()
    select.dispatchEvent(new Event('change', { bubbles: true }))
    do await new Promise(requestAnimationFrame)
    while (document.querySelector('main')!.getAttribute('aria-busy') !== 'false')
    await new Promise(requestAnimationFrame)
    times.push(performance.now() - begun)
  }
  return times
}

const frameOf = async (page: Page) =>
  median(
    await page.evaluate(async () => {
      const times: number[] = []
      for (let turn = 0; turn < 30; turn++) {
        const begun = performance.now()
        await new Promise((painted) => requestAnimationFrame(painted))
        times.push(performance.now() - begun)
      }
      return times
    }),
  )

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
