import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '../../api/server.ts'
import { remind } from '../../api/workspace/reminding.ts'
import { expectUploads } from '../../data/workspace/expectations.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { startMailServer } from '../fixtures/mail-server.ts'
import { doorOf } from './door.ts'

const REFUSED = 'gone@solna.example'
const { home, remove } = makeHome()
let running: Running
let mail: Awaited<ReturnType<typeof startMailServer>>
const { ask, person, signedIn, workspace, log } = doorOf(() => running)

beforeAll(async () => {
  await publish(home, { values: [] })
  mail = await startMailServer(REFUSED)
  running = await serve(home, { JAMSIDES_SMTP: mail.address, JAMSIDES_MAIL_FROM: 'jamsides@solna.example' })
})
afterAll(async () => {
  await running.close()
  await mail.close()
  remove()
})

/** What a mail says, without the line breaks of its transport. */
const said = (text: string) => text.replaceAll(/=\r\n/g, '').replaceAll('=3D', '=')

test('an invitation is mailed with its link; where the server refuses, the link is shown all the same', async () => {
  const cookie = await signedIn(await person('adam@solna.example', 'administrator'))
  const invite = async (email: string) => {
    const body = { name: 'Ny', email, grants: [{ role: 'viewer', scope: '' }] }
    return (await ask('POST', '/accounts', body, { cookie })).json()
  }
  const taken = await invite('ny@solna.example')
  expect(taken).toMatchObject({ mailed: true, link: expect.stringContaining('#') })
  expect(mail.received.map(({ to }) => to)).toEqual([['ny@solna.example']])
  expect(said(mail.received[0]!.text)).toContain(taken.link)
  expect(said(mail.received[0]!.text)).toContain('From: jamsides@solna.example')
  expect(await invite(REFUSED)).toMatchObject({ mailed: false, link: expect.stringContaining('#') })
  const sly = await invite('a@solna.example\r\nBcc: b@evil.example')
  expect(sly.type).toBe('urn:jamsides:problem:invalid-body')
  expect(mail.received).toHaveLength(1)
})

test('who hands in is reminded once before the day and once after, and not of what has come or is far away', async () => {
  const { JAMSIDES_SMTP, JAMSIDES_MAIL_FROM } = { JAMSIDES_SMTP: mail.address, JAMSIDES_MAIL_FROM: 'j@solna.example' }
  const settings = { ...running.gate.settings, JAMSIDES_SMTP, JAMSIDES_MAIL_FROM }
  await person('dana@solna.example', 'manager', '0184')
  await person('stina@sundbyberg.example', 'manager', '0183')
  const store = await workspace()
  const wanted = { municipalities: ['0184', '0182'], source: 'asi' as const, account: 'dag' }
  await store.write((transaction) => expectUploads(transaction, { ...wanted, year: 2025, due: '2026-03-31' }))
  const before = mail.received.length
  const on = (day: string) => remind(store, settings, new Date(`${day}T06:00:00Z`))
  expect(await on('2026-03-10')).toBe(0)
  expect((await Promise.all([on('2026-03-18'), on('2026-03-18')])).sort()).toEqual([0, 1])
  expect(await on('2026-03-19')).toBe(0)
  expect(await on('2026-04-01')).toBe(1)
  expect(await on('2026-04-02')).toBe(0)
  const told = mail.received.slice(before)
  expect(told.map(({ to }) => to)).toEqual([['dana@solna.example'], ['dana@solna.example']])
  expect(Buffer.from(said(told[0]!.text)).toString()).toContain('2026-03-31')
  expect((await log()).filter(({ action }) => action === 'upload.reminded')).toHaveLength(2)
  expect(await remind(store, { ...settings, JAMSIDES_SMTP: '' }, new Date('2030-01-01'))).toBe(0)
})
