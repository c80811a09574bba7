import type { Page } from 'playwright-core'
import { startServer } from '../../api/server.ts'
import type { Home } from '../../data/store/home.ts'
import { launchBrowser } from '../browser/browser.ts'
import type { Bench } from './main.ts'
import { type Absent, held, type Measured, measured, timed } from './measure.ts'
import { REAL_VALUES, realHome } from './real-values.ts'
import { SAMPLE_YEARS, sampleHome } from './sample.ts'

const CHOICE = 'municipality=0184&indicator=N31814&group=fou-nordvast'
/** What is chosen and how: the options of a list, one after the other, none of them asked for before. */
const CHOICES: readonly [work: string, path: string, list: string][] = [
  ['Jämför: choose an indicator', `/?view=compare&${CHOICE}`, 'indicator'],
  ['Jämför: choose a municipality', `/?view=compare&${CHOICE}`, 'municipality'],
  ['Jämför: choose a group', `/?view=compare&${CHOICE}`, 'group'],
  ['Jämför: choose a year', `/?view=compare&${CHOICE}`, 'period'],
  ['Start: choose a municipality', `/?${CHOICE}`, 'municipality'],
  ['Profil: choose a municipality', `/?view=profile&${CHOICE}`, 'municipality'],
  ['Profil: choose an area', `/?view=profile&${CHOICE}`, 'area'],
  ['Översikt: choose a group', `/?view=matrix&${CHOICE}`, 'group'],
  ['Översikt: choose an area', `/?view=matrix&${CHOICE}`, 'area'],
  ['Översikt: keep some rows', `/?view=matrix&${CHOICE}&area=all`, 'only'],
  ['Samband: choose the other indicator', `/?view=relation&${CHOICE}`, 'other'],
  ['Liknande: choose a municipality', `/?view=similar&${CHOICE}`, 'municipality'],
]
const MOST_OPTIONS = 25
const [FIRST, CHOICE_MS] = [1000, 100]

/** Of a sample of many years, and of real values where they are at hand. */
export async function benchPages(bench: Bench): Promise<(Measured | Absent)[]> {
  const ofSample = await benchChoices(bench, await sampleHome(bench), SAMPLE_YEARS)
  const real = await realHome(bench)
  if (real) return [...ofSample, ...(await benchChoices(bench, real, REAL_VALUES))]
  return [...ofSample, { work: `pages of ${REAL_VALUES}`, absent: 'not beside the project here' }]
}

/** From a choice to the page that shows it drawn, with the whole catalogue in service, against an empty frame. */
async function benchChoices({ settings }: Bench, { root }: Home, what: string): Promise<Measured[]> {
  const quiet = { ...settings, JAMSIDES_LOG: 'silent', JAMSIDES_REQUESTS_PER_MINUTE: 1_000_000, PORT: 0 }
  const running = await startServer({ ...quiet, JAMSIDES_HOME: root })
  const browser = await launchBrowser()
  try {
    const rows: Measured[] = []
    for (const [work, path, list] of CHOICES) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      const chart = await timed(async () => {
        await page.goto(`${running.url}${path}`)
        await page.locator('main[aria-busy="false"] h1').waitFor()
      })
      if (rows.length === 0)
        rows.push(held(measured('first page drawn', what, chart, 'the goal', FIRST), '≤ 1 s', chart <= FIRST))
      const times = await page.evaluate(chooseEach, { list, most: MOST_OPTIONS })
      const amount = `median of ${times.length}, ${what}`
      const row = measured(work, amount, median(times), 'a frame', await frameOf(page))
      rows.push(held(row, `≤ ${CHOICE_MS} ms`, row.milliseconds <= CHOICE_MS))
      await page.close()
    }
    return rows
  } finally {
    await browser.close()
    await running.close()
  }
}

type Combobox = HTMLElement & { options: readonly { value: string }[]; choose(value: string): void }

/**
 * In the page: chooses options in turn, evenly out of all, and times each until the page is no longer busy and has been
 * painted. The next is chosen when what lies outside the window is drawn too. No function within has a name: the compiler
 * would call for a part that the page does not have.
 */
async function chooseEach({ list, most }: { list: string; most: number }): Promise<number[]> {
  const lists = document.querySelector<HTMLSelectElement>(`select#${list}`)?.options
  const all = lists ?? document.querySelector(`#${list}`)!.closest<Combobox>('js-combobox')!.options
  const values = Array.from(all, ({ value }) => value)
  const times: number[] = []
  for (const value of values.filter((_, at) => at % Math.ceil(values.length / most) === 0)) {
    const select = document.querySelector<HTMLSelectElement>(`select#${list}`)
    const before = location.search
    const begun = performance.now()
    if (select) {
      select.value = value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    } else document.querySelector(`#${list}`)!.closest<Combobox>('js-combobox')!.choose(value)
    if (location.search === before) continue
    do await new Promise(requestAnimationFrame)
    while (document.querySelector('main')!.getAttribute('aria-busy') !== 'false')
    await new Promise(requestAnimationFrame)
    times.push(performance.now() - begun)
    while (document.querySelector('main [aria-busy="true"]')) await new Promise(requestAnimationFrame)
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
