import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RequestHandler } from 'express'
import { Problem } from './problem.ts'

/**
 * Answers in the one error shape what Node's parser refuses before any route is reached: lines and headers that are too
 * long, broken chunks, what is not HTTP; and CONNECT and upgrades, which Node hands over as bare connections.
 */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    end(socket, problemFor(error.code))
  })
  server.on('checkExpectation', (request) => end(request.socket, expectation))
  server.on('connect', (_request, socket) => end(socket, wrongMethod))
  server.on('upgrade', (_request, socket) => end(socket, noUpgrade))
}

/** Node would answer a request without a host itself, in a form of its own: it is let through to here. */
export const needsHost: RequestHandler = (request, _response, next) => {
  if (request.httpVersion === '1.1' && request.headers.host === undefined) throw noHost
  next()
}

const LONGEST_REQUEST_MS = 30_000
/** What sends a file has its own limits of silence and pace. */
const SENDS_FILE = /^\/api\/v1\/uploads\/[^/]+\/file$/

/** Ends a request that has not come whole in half a minute. */
export const hurry: RequestHandler = (request, response, next) => {
  if (request.complete || SENDS_FILE.test(request.path)) return next()
  const clock = setTimeout(() => {
    if (!request.complete) end(request.socket, tooSlow)
  }, LONGEST_REQUEST_MS).unref()
  response.once('close', () => clearTimeout(clock))
  next()
}

const problemFor = (code: string | undefined): Problem => {
  if (code === 'HPE_HEADER_OVERFLOW') return tooLong
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? tooSlow : unreadable
}

function end(socket: Duplex, problem: Problem): void {
  const body = Buffer.from(JSON.stringify(problem.body('sv')))
  const head = [
    `HTTP/1.1 ${problem.status} ${REASONS[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Content-Language: sv',
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  socket.on('error', () => socket.destroy())
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]))
}

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  417: 'Expectation Failed',
  431: 'Request Header Fields Too Large',
}

const tooLong = new Problem('headers-too-long', {
  sv: 'Adressen och huvudet får tillsammans ha högst 16 000 tecken.',
  en: 'Address and headers together may have at most 16,000 characters.',
})
const tooSlow = new Problem('too-slow', {
  sv: 'Frågan kom inte fram i tid. Försök igen.',
  en: 'The request did not arrive in time. Try again.',
})
const unreadable = new Problem('invalid-question', {
  sv: 'Det som skickades är inte en fråga enligt HTTP.',
  en: 'What was sent is not a request according to HTTP.',
})
const noHost = new Problem('invalid-question', {
  sv: 'Frågan saknar huvudet Host.',
  en: 'The request lacks the header Host.',
})
const expectation = new Problem('expectation', {
  sv: 'Tjänsten kan inte uppfylla det som huvudet Expect begär.',
  en: 'The service cannot do what the header Expect asks for.',
})
const wrongMethod = new Problem('wrong-method', {
  sv: 'CONNECT går inte att använda här.',
  en: 'CONNECT cannot be used here.',
})
const noUpgrade = new Problem('invalid-question', {
  sv: 'Tjänsten svarar på HTTP/1.1 och byter inte till något annat.',
  en: 'The service answers HTTP/1.1 and does not change to anything else.',
})
