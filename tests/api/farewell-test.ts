import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { Farewell } from '../../api/farewell.ts'

const LARGE = Buffer.alloc(6_000_000, 'a')
const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.closeAllConnections()
})

/** A server that answers 6 MB after `waitMs`, how to leave it, and when it was asked. */
async function serving(waitMs = 0) {
  let hear = () => {}
  const heard = new Promise<void>((resolve) => {
    hear = resolve
  })
  const server = createServer(async (_request, response) => {
    hear()
    await pause(waitMs)
    response.end(LARGE)
  })
  const farewell = new Farewell(server)
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { farewell, heard, port: (server.address() as AddressInfo).port }
}

/** Asks on a plain connection, and reads slowly: when the answer has begun, and how many bytes came before the end. */
function askSlowly(port: number) {
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'))
  let arrived = 0
  socket.on('error', () => {})
  socket.on('data', async (chunk) => {
    arrived += chunk.length
    socket.pause()
    await pause(2)
    socket.resume()
  })
  const begun = new Promise((resolve) => socket.once('data', resolve))
  const ended = new Promise<number>((resolve) => socket.once('close', () => resolve(arrived)))
  return { begun, ended }
}

test('answers that are being sent arrive whole, and new connections are refused', async () => {
  const { farewell, port } = await serving()
  const asked = Array.from({ length: 6 }, () => askSlowly(port))
  await Promise.all(asked.map(({ begun }) => begun))
  const left = farewell.leave(20_000)
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow()
  for (const arrived of await Promise.all(asked.map(({ ended }) => ended)))
    expect(arrived).toBeGreaterThan(LARGE.length)
  await left
})

test('an answer that has not begun is given, and the connection is closed after it', async () => {
  const { farewell, heard, port } = await serving(300)
  const asked = fetch(`http://127.0.0.1:${port}`)
  await heard
  const left = farewell.leave(20_000)
  const response = await asked
  expect(response.headers.get('connection')).toBe('close')
  expect((await response.arrayBuffer()).byteLength).toBe(LARGE.length)
  await left
})

test('a connection that waits for a question does not hold the server, nor does one that never reads', async () => {
  const { farewell, heard, port } = await serving()
  const idle = connect(port, '127.0.0.1')
  const deaf = connect(port, '127.0.0.1', () => deaf.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'))
  deaf.pause()
  for (const socket of [idle, deaf]) socket.on('error', () => {})
  await heard
  const ended = new Promise((resolve) => idle.once('close', resolve))
  await farewell.leave(300)
  await ended
  deaf.destroy()
})
