import type { RequestHandler } from 'express'
import { destination, type Logger, pino } from 'pino'

/** Structured lines on stderr. */
export const logAt = (level: string): Logger => pino({ level, base: null }, destination({ dest: 2, sync: true }))

/** One line per request: method, path, status, time. Never the question, an address or a header: they may tell who asks what. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = process.hrtime.bigint()
    const { method, path } = request
    response.once('close', () => {
      const ms = Number(process.hrtime.bigint() - started) / 1e6
      const done = { method, path: path.slice(0, 200), status: response.statusCode, ms: Math.round(ms * 10) / 10 }
      log.info(done, 'answered')
    })
    next()
  }
}
