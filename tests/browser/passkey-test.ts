import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { doorOf, PASSWORD } from '../access/door.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { violationsOn } from './accessibility.ts'
import { borrowBrowser, giveBack } from './browser.ts'
import { settled } from './site.ts'

const { home, remove } = makeHome()
let running: Running
let browser: Browser
/** A passkey is bound to a name: that of one's own machine. */
let address: string
const { ask, person, workspace, log } = doorOf(() => running)

beforeAll(async () => {
  await publish(home, { values: [] })
  running = await serve(home)
  address = running.url.replace('127.0.0.1', 'localhost')
  browser = await borrowBrowser()
})
afterAll(async () => {
  await giveBack(browser)
  await running.close()
  remove()
})

/** A page of a browser with an authenticator that sees its person, as a computer's own lock does. */
async function pageWithLock(): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const lock = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...lock, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return page
}

async function open(page: Page, view: string): Promise<void> {
  await page.goto(`${address}/?view=${view}`)
  await settled(page)
}

async function signInByPassword(page: Page, email: string): Promise<void> {
  await open(page, 'sign-in')
  await page.locator('#field-email').fill(email)
  await page.locator('#field-password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Logga ut' }).waitFor()
}

const signInByPasskey = async (page: Page) => {
  await open(page, 'sign-in')
  await page.getByRole('button', { name: 'Logga in med passnyckel' }).click()
}

const sendAgain = async (body: object) => {
  const headers = { 'Content-Type': 'application/json' }
  return (await fetch('/api/v1/sign-in/passkey', { method: 'POST', headers, body: JSON.stringify(body) })).status
}

test('a passkey is added, lets in without a password, once for each answer, and is removed', async () => {
  await person('tora@solna.example', 'viewer')
  const page = await pageWithLock()
  await signInByPassword(page, 'tora@solna.example')
  await page.locator('#passkey-name').fill('Min dator')
  await page.keyboard.press('Enter')
  await page.getByRole('rowheader', { name: 'Min dator' }).waitFor()
  await settled(page)
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Logga ut' }).click()
  await page.locator('.masthead .who', { hasText: 'Logga in' }).waitFor()

  const sent: Request[] = []
  page.on('request', (request) => sent.push(request))
  await signInByPasskey(page)
  await page.getByRole('button', { name: 'Logga ut' }).waitFor()
  const body = sent.find((request) => request.url().includes('/sign-in/passkey?'))!.postDataJSON()
  expect(JSON.stringify(body)).not.toContain('tora')
  expect(await page.evaluate(sendAgain, body)).toBe(401)

  await page.getByRole('button', { name: 'Ta bort: Min dator' }).click()
  await page.getByRole('rowheader', { name: 'Min dator' }).waitFor({ state: 'detached' })
  await signInByPasskey(page)
  await page.locator('.wrong', { hasText: 'känns inte igen' }).waitFor()
  const done = (await log()).map(({ action }) => action)
  expect(done).toEqual(expect.arrayContaining(['passkey.added', 'passkey.removed', 'sign-in.failed']))
})

test('a browser that was left open adds none; somebody who does not want to is told so', async () => {
  await person('ulla@solna.example', 'viewer')
  const page = await pageWithLock()
  await signInByPassword(page, 'ulla@solna.example')
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString()
  await (await workspace()).write((transaction) =>
    transaction.updateTable('sign_in').set({ began_at: hourAgo }).execute(),
  )
  await page.locator('#passkey-name').fill('Någons dator')
  await page.keyboard.press('Enter')
  await page.locator('.wrong', { hasText: 'över en kvart' }).waitFor()
  await signInByPasskey(page)
  await page.locator('.wrong', { hasText: 'Ingen passnyckel användes' }).waitFor()
})

test('none is offered where a browser has none: at an address of numbers', async () => {
  const page = await pageWithLock()
  await page.goto(`${running.url}/?view=sign-in`)
  await settled(page)
  expect(await page.getByRole('button', { name: 'Logga in med passnyckel' }).count()).toBe(0)
  expect((await ask('POST', '/sign-in/passkey/begin')).status).toBe(409)
})
