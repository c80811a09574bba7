import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeHome } from '../api/home.ts'
import { PEOPLE, publishYear, signedIn } from '../meetings/stage.ts'
import { launchBrowser } from './browser.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const { home, remove } = makeHome()
let port: number
let server: ChildProcess
let browser: Browser
let cookies: Record<keyof typeof PEOPLE, string>

/** A port that nobody has, kept for the whole file: the service comes back where it was. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number }
      probe.close(() => resolve(free))
    })
  })

const answers = () =>
  fetch(`http://127.0.0.1:${port}/api/v1/health`).then(
    ({ ok }) => ok,
    () => false,
  )

async function startService(): Promise<void> {
  server = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts'], {
    cwd: PROJECT,
    env: { ...process.env, JAMSIDES_HOME: home.root, PORT: String(port), JAMSIDES_LOG: 'silent' },
    stdio: 'ignore',
  })
  while (!(await answers())) await new Promise((again) => setTimeout(again, 200))
}

beforeAll(async () => {
  if (!existsSync(`${PROJECT}/dashboards/dist/index.html`)) throw new Error('build the pages first: npm run build')
  port = await freePort()
  await publishYear(home, 2023)
  cookies = await signedIn(home, PEOPLE)
  await startService()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  server.kill('SIGKILL')
  remove()
})

const address = (query: string) => `http://127.0.0.1:${port}/?${query}`

async function open(query: string, cookie: string | null, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const value = cookie?.split('=')[1]
  if (value) await context.addCookies([{ name: 'jamsides', value, url: `http://127.0.0.1:${port}` }])
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  await page.goto(address(query))
  return page
}

/** How many times something is pressed: a list counts twice, writing in a field that Tab leads to not at all. */
let clicks = 0
async function press(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  clicks += 1
  await page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .first()
    .click()
}

test('a stranger prepares a session for eight municipalities about ekonomiskt bistånd in under 40 clicks', async () => {
  const page = await open('', cookies.fou)
  await press(page, 'link', 'Möten')
  await page.getByLabel('Kommuner').selectOption({ label: 'FoU Nordväst (8)' })
  clicks += 2
  await page.getByLabel('Ditt namn').fill('Fia')
  clicks += 1
  await press(page, 'button', 'Skapa mötet')
  await page.getByRole('heading', { name: /Agenda/ }).waitFor()
  expect(await page.locator('.agenda > li').count()).toBe(13)
  expect(await page.locator('h1').innerText()).toBe('Ekonomiskt bistånd, FoU Nordväst')
  await press(page, 'button', 'Öppna mötet')
  await press(page, 'button', 'Visa en kod')
  await page.locator('.code').waitFor()
  expect(await page.locator('.invited input:checked').count()).toBe(8)
  expect(clicks).toBeLessThan(40)
  await page.context().close()
})

test('one host and five participants; connections drop, the server is killed in the middle, and no written word is lost', async () => {
  const host = await open('view=meetings', cookies.fou)
  await host.getByRole('link', { name: 'Ekonomiskt bistånd, FoU Nordväst' }).click()
  await host.getByRole('button', { name: 'Visa en kod' }).click()
  const code = await host.locator('.code').innerText()
  const guests = await Promise.all(Array.from({ length: 5 }, (_, at) => enter(code, `Gäst ${at}`)))
  await host.getByRole('link', { name: 'Led', exact: true }).click()
  await host.locator('.stage').waitFor()
  await host.keyboard.press('ArrowRight')
  await expect
    .poll(() => guests[0]!.locator('.card-now h2').innerText())
    .toBe('Hur förstod vi frågan när vi svarade på den?')

  await Promise.all(guests.map((page, at) => say(page, `före ${at}`)))
  await guests[0]!.context().setOffline(true)
  await say(guests[0]!, 'skrivet utan anslutning')
  const killed = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGKILL')
  await killed
  await Promise.all(guests.map((page, at) => say(page, `medan servern är borta ${at}`)))
  await guests[1]!.locator('.saved-state', { hasText: 'Sparas när anslutningen är tillbaka (1)' }).waitFor()
  await startService()
  await guests[0]!.context().setOffline(false)
  await Promise.all(guests.map((page) => page.locator('.saved-state', { hasText: 'Allt är sparat' }).waitFor()))
  await Promise.all(guests.map((page, at) => say(page, `efter ${at}`)))

  const wanted = [0, 1, 2, 3, 4].flatMap((at) => [`före ${at}`, `medan servern är borta ${at}`, `efter ${at}`])
  const written = async (page: Page) => [...(await page.locator('.note-text').allInnerTexts())].sort()
  for (const page of [host, ...guests])
    await expect.poll(() => written(page)).toEqual([...wanted, 'skrivet utan anslutning'].sort())
  await Promise.all(guests.map((page) => page.context().close()))
  await host.context().close()
})

async function enter(code: string, name: string): Promise<Page> {
  const page = await open(`view=meetings&code=${code}`, null, 360)
  await page.getByLabel('Ditt namn').fill(name)
  await page.getByRole('button', { name: 'Gå in' }).click()
  await page.getByLabel('Skriv', { exact: true }).waitFor()
  return page
}

async function say(page: Page, words: string): Promise<void> {
  await page.getByLabel('Skriv', { exact: true }).fill(words)
  await page.getByRole('button', { name: 'Skriv upp' }).click()
  await page.locator('.note-text', { hasText: words }).first().waitFor()
}
