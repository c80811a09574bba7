import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MeetingStage, say } from './meeting-stage.ts'

const stage = new MeetingStage()
beforeAll(() => stage.open())
afterAll(() => stage.leave())

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
  const page = await stage.page('', stage.cookies.fou)
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

async function enterAs(cookie: string, mode: string): Promise<Page> {
  const page = await stage.page('view=meetings', cookie)
  await page.getByRole('link', { name: 'Ekonomiskt bistånd, FoU Nordväst' }).click()
  await page.getByRole('link', { name: mode, exact: true }).click()
  return page
}

test('one host and five participants; connections drop, the server is killed in the middle, and no written word is lost', async () => {
  const host = await stage.page('view=meetings', stage.cookies.fou)
  await host.getByRole('link', { name: 'Ekonomiskt bistånd, FoU Nordväst' }).click()
  await host.getByRole('button', { name: 'Visa en kod' }).click()
  const code = await host.locator('.code').innerText()
  const guests = await Promise.all(Array.from({ length: 5 }, (_, at) => enter(code, `Gäst ${at}`)))
  await host.getByRole('link', { name: 'Led', exact: true }).click()
  await host.locator('.stage .fetched').waitFor()
  await host.keyboard.press('ArrowRight')
  await expect
    .poll(() => guests[0]!.locator('.card-now h2').innerText())
    .toBe('Hur förstod vi frågan när vi svarade på den?')

  await Promise.all(guests.map((page, at) => say(page, `före ${at}`)))
  await guests[0]!.context().setOffline(true)
  await say(guests[0]!, 'skrivet utan anslutning')
  await stage.kill()
  await Promise.all(guests.map((page, at) => say(page, `medan servern är borta ${at}`)))
  await guests[1]!.locator('.saved-state', { hasText: /Sparas när anslutningen är tillbaka \([12]\)/ }).waitFor()
  for (let turn = 0; turn < 3; turn++) await host.keyboard.press('ArrowRight')
  await expect.poll(() => host.locator('.stage-bar').innerText()).toContain('5 av 13')
  await host.locator('.card-now figure svg').first().waitFor()
  await stage.start()
  await guests[0]!.context().setOffline(false)
  await Promise.all(
    [host, ...guests].map((page) => page.locator('.saved-state', { hasText: 'Allt är sparat' }).waitFor()),
  )
  for (let turn = 0; turn < 3; turn++) await host.keyboard.press('ArrowLeft')
  await Promise.all(guests.map((page) => page.getByRole('combobox', { name: 'Kort' }).selectOption({ index: 1 })))
  await Promise.all(guests.map((page, at) => say(page, `efter ${at}`)))

  const wanted = [0, 1, 2, 3, 4].flatMap((at) => [`före ${at}`, `medan servern är borta ${at}`, `efter ${at}`])
  const written = async (page: Page) => [...(await page.locator('.note-text').allInnerTexts())].sort()
  for (const page of [host, ...guests])
    await expect.poll(() => written(page)).toEqual([...wanted, 'skrivet utan anslutning'].sort())
  await Promise.all(guests.map((page) => page.context().close()))
  await host.context().close()
})

async function enter(code: string, name: string): Promise<Page> {
  const page = await stage.page(`view=meetings&code=${code}`, null, 360)
  await page.getByLabel('Ditt namn').fill(name)
  await page.getByRole('button', { name: 'Gå in' }).click()
  await page.getByLabel('Skriv', { exact: true }).waitFor()
  return page
}

/** As when another tab is chosen, and this one again. */
const turnAway = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)

test('two who edit the same text see both, and nothing is overwritten; a hidden page follows no stream; what was written is found again and taken back', async () => {
  const [one, two] = [await enterAs(stage.cookies.fou, 'Delta'), await enterAs(stage.cookies.fou, 'Delta')]
  for (const page of [one, two]) await page.getByRole('combobox', { name: 'Kort' }).selectOption({ index: 6 })
  await say(one, 'Ursprunget')
  await two.locator('.note-text', { hasText: 'Ursprunget' }).waitFor()
  await two.context().setOffline(true)
  for (const [page, words] of [
    [two, 'Tvåans ändring'],
    [one, 'Ettans ändring'],
  ] as const) {
    await page.locator('.meeting-note', { hasText: 'Ursprunget' }).getByRole('button', { name: 'Ändra' }).click()
    await page.locator('.note-editor').fill(words)
    await page.getByRole('button', { name: 'Klar' }).click()
  }
  await one.locator('.saved-state', { hasText: 'Allt är sparat' }).waitFor()
  await two.context().setOffline(false)
  const conflict = two.getByRole('alert')
  await conflict.waitFor()
  expect(await conflict.innerText()).toContain('Ettans ändring')
  expect(await conflict.innerText()).toContain('Tvåans ändring')
  await conflict.getByRole('button', { name: 'Lägg mitt bredvid' }).click()
  for (const words of ['Ettans ändring', 'Tvåans ändring'])
    await one.locator('.note-text', { hasText: words }).waitFor()

  await turnAway(two, 'hidden')
  await say(one, 'Medan tvåan är dold')
  await two.waitForTimeout(1500)
  expect(await two.locator('.note-text', { hasText: 'Medan tvåan är dold' }).count()).toBe(0)
  await turnAway(two, 'visible')
  await two.locator('.note-text', { hasText: 'Medan tvåan är dold' }).waitFor()

  const note = one.locator('.meeting-note', { has: one.locator('.note-text', { hasText: 'Ettans ändring' }) })
  await note.getByRole('button', { name: 'Historik' }).click()
  await note.locator('.history li', { hasText: 'Ursprunget' }).getByRole('button').click()
  await two.locator('.note-text', { hasText: 'Ursprunget' }).waitFor()
  await one.locator('.saved-state', { hasText: 'Allt är sparat' }).waitFor()
  await one.getByRole('button', { name: 'Ångra' }).click()
  await two.locator('.note-text', { hasText: 'Ettans ändring' }).waitFor()
  await one.context().close()
  await two.context().close()
})

const kept = (page: Page, begins: string) =>
  page.evaluate(async (name) => (await caches.keys()).filter((one) => one.startsWith(name)), begins)
const keptPage = (page: Page) =>
  page.evaluate(() => caches.match('/', { cacheName: 'jamsides-program' }).then((found) => found?.text() ?? null))
const state = (page: Page, words: string) => page.locator('.saved-state', { hasText: words }).waitFor()

test('without contact the page is loaded anew: cards, figures and words are read, what is written waits, and nothing is kept after sign-out', async () => {
  const host = await enterAs(stage.cookies.fou, 'Led')
  await host.locator('.stage .fetched').waitFor()
  await host.keyboard.press('ArrowLeft')
  await expect.poll(() => host.locator('.stage-bar').innerText()).toContain('1 av 13')
  await say(host, 'Skrivet med kontakt')
  await state(host, 'Allt är sparat')
  await expect.poll(() => keptPage(host)).toContain('jamsides-app')

  await stage.kill()
  await host.reload()
  await state(host, 'Ingen anslutning: du kan läsa och skriva vidare. Du ser mötet som det var klockan')
  await host.locator('.note-text', { hasText: 'Skrivet med kontakt' }).waitFor()
  await say(host, 'Skrivet utan kontakt')
  await state(host, 'Sparas när anslutningen är tillbaka (1)')
  await host.reload()
  await state(host, 'Sparas när anslutningen är tillbaka (1)')
  await host.locator('.note-text', { hasText: 'Skrivet utan kontakt' }).waitFor()
  for (let turn = 0; turn < 4; turn++) await host.keyboard.press('ArrowRight')
  await expect.poll(() => host.locator('.stage-bar').innerText()).toContain('5 av 13')
  await host.locator('.card-now figure svg').first().waitFor()

  await stage.start()
  await state(host, 'Allt är sparat')
  const other = await enterAs(stage.cookies.fou, 'Delta')
  await other.getByRole('combobox', { name: 'Kort' }).selectOption({ index: 0 })
  await other.locator('.note-text', { hasText: 'Skrivet utan kontakt' }).waitFor()
  await other.context().close()

  const old = '<p>An earlier program</p>'
  await host.evaluate(async (text) => (await caches.open('jamsides-program')).put('/', new Response(text)), old)
  await host.reload()
  await state(host, 'Allt är sparat')
  await expect.poll(() => keptPage(host)).toContain('jamsides-app')

  expect(await kept(host, 'jamsides-session')).toHaveLength(1)
  const room = host.url()
  await host.goto(`${stage.address}/?view=account`)
  await host.getByRole('button', { name: 'Logga ut' }).first().click()
  await expect.poll(() => kept(host, 'jamsides-session')).toEqual([])
  await stage.kill()
  await host.goto(room)
  await host.getByRole('heading', { name: 'Ingen kontakt' }).waitFor()
  await host.context().close()
})
