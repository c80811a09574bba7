import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Pace, receive } from '../../api/hand-in/receive.ts'
import { homeAt } from '../../data/store/home.ts'
import { makeHome, publish } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { managerOf } from '../fixtures/accounts.ts'
import { Sender } from '../fixtures/sender.ts'

const folder = mkdtempSync(join(tmpdir(), 'receive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pace: Pace = { maxBytes: 100_000, silenceMs: 400, windowMs: 600, bytesInWindow: 5000 }

/** Sends in its own way to something that receives. @returns what that said */
async function received(send: (port: number) => void): Promise<string> {
  const told = new Promise<string>((resolve) => {
    const server = createServer(async (request, response) => {
      const how = await receive(request, join(folder, `${Math.random()}`), pace).then(
        ({ bytes, sha256 }) => `${bytes} ${sha256}`,
        (error) => error.kind ?? 'broken',
      )
      response.writeHead(200, { Connection: 'close' }).end()
      server.closeAllConnections()
      server.close()
      resolve(how)
    })
    server.listen(0, '127.0.0.1', () => send((server.address() as AddressInfo).port))
  })
  return told
}

const sending = (port: number, headers: Record<string, string | number> = {}) => {
  const request = ask({ port, host: '127.0.0.1', method: 'PUT', headers })
  request.on('error', () => {}) // the other side ends the connection
  return request
}

describe('what is received', () => {
  it('is what was sent, byte for byte, with its hash', async () => {
    const content = Buffer.alloc(90_000, 'räksmörgås')
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect(await received((port) => sending(port).end(content))).toBe(`90000 ${sha256}`)
  })

  it('ends where five gigabytes are announced, before any of them has come', async () => {
    const told = await received((port) => sending(port, { 'Content-Length': 5 * 1024 ** 3 }).write('a;b'))
    expect(told).toBe('file-too-large')
  })

  it('ends where more comes than may, without a length that was told', async () => {
    const told = await received((port) => {
      const request = sending(port)
      const more = () => {
        while (!request.destroyed && request.write(Buffer.alloc(16_384, 'a'))) {}
        if (!request.destroyed) request.once('drain', more)
      }
      more()
    })
    expect(told).toBe('file-too-large')
  })

  it('ends where nothing comes any more, or too little in a long time', async () => {
    expect(await received((port) => sending(port).write('a;b'))).toBe('too-slow')
    const dripping = await received((port) => {
      const request = sending(port)
      const timer = setInterval(() => (request.destroyed ? clearInterval(timer) : request.write('a')), 100)
    })
    expect(dripping).toBe('too-slow')
  })

  it('ends where the connection breaks', async () => {
    const told = await received((port) => {
      const request = sending(port, { 'Content-Length': 50_000 })
      request.write('a;b')
      setTimeout(() => request.destroy(), 100)
    })
    expect(told).toBe('broken')
  })
})

it('two of one municipality hand in at once: both files are taken, each whole, one after the other', async () => {
  const { home, remove } = makeHome()
  await publish(home, { values: [] })
  const running = await serve(home)
  const workspace = await running.gate.holder.workspace()
  const both = await Promise.all(
    ['Anna', 'Bo'].map(async (name) => new Sender(running.url, (await managerOf(workspace, '0184', name)).cookie)),
  )
  const files = ['a;b\n1;2\n', `c;d\n${'3;4\n'.repeat(50_000)}`]
  const ids = await Promise.all(
    both.map((sender, at) => sender.handIn(files[at]!, { source: 'asi', municipality: '0184' })),
  )
  const rows = await workspace.read.selectFrom('upload').select(['id', 'sha256', 'queued']).execute()
  const hashes = ids.map((id) => rows.find((row) => row.id === id)!.sha256)
  expect(hashes).toEqual(files.map((file) => createHash('sha256').update(file).digest('hex')))
  expect(rows.map(({ queued }) => queued).sort()).toEqual([1, 2])
  await running.close()
  remove()
})

it('a full disk: the file is refused whole, what was there stands, and with room again it is taken', async ({
  skip,
}) => {
  const root = mkdtempSync(join(tmpdir(), 'full-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', root]).status === 0
  skip(!mounted, 'a small disk can only be made by who may mount one')
  try {
    const home = homeAt(root)
    await publish(home, { values: [] })
    const running = await serve(home)
    const workspace = await running.gate.holder.workspace()
    const solna = new Sender(running.url, (await managerOf(workspace, '0184')).cookie)
    const begun = await solna.ask('POST', '/uploads', { source: 'asi', municipality: '0184' })
    const { id } = begun.body as { id: string }
    const sent = await solna.send(id, Buffer.alloc(30 * 1024 * 1024, 'a;b\n'))
    expect([sent.status, (await sent.json()).type]).toEqual([507, 'urn:jamsides:problem:no-room'])
    expect(existsSync(home.uploads) ? readdirSync(home.uploads) : []).toEqual([])
    expect((await solna.upload(id)).state).toBe('receiving')
    expect((await solna.ask('GET', '/health')).status).toBe(200)
    expect((await solna.send(id, 'a;b\n1;2\n')).status).toBe(200)
    await running.close()
  } finally {
    spawnSync('umount', ['-l', root])
  }
})
