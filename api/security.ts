import { type Request, type RequestHandler, raw } from 'express'
import { type RateLimitInfo, rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import { sendProblem } from './errors.ts'
import { languageOf } from './language.ts'
import { Problem } from './problem.ts'

const MINUTE = 60_000

/**
 * Everything from our own address only, no script in a page. Inline styles are allowed because charts are drawn with them.
 * Nothing is upgraded to https here: the service stands on localhost or behind a proxy that does it.
 */
export const headers: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
})

/** Reads a small body as it is and refuses a large one, before anything is made of it. */
export const readSmallBody: RequestHandler = raw({ type: () => true, limit: '64kb' })

/** No header counts down: two answers that are alike have headers that are alike. */
export const limitRequests = (perMinute: number): RequestHandler =>
  rateLimit({
    windowMs: MINUTE,
    limit: perMinute,
    standardHeaders: false,
    legacyHeaders: false,
    validate: { xForwardedForHeader: false },
    handler: (request, response) => {
      response.set('Retry-After', String(secondsLeft(request)))
      sendProblem(response, tooMany(perMinute), languageOf(request))
    },
  })

/** Until the minute is over in which there were too many. */
function secondsLeft(request: Request & { rateLimit?: RateLimitInfo }): number {
  const until = request.rateLimit?.resetTime?.getTime() ?? Date.now() + MINUTE
  return Math.max(1, Math.ceil((until - Date.now()) / 1000))
}

const tooMany = (perMinute: number) =>
  new Problem('too-many-requests', {
    sv: `Högst ${perMinute} frågor i minuten från samma adress. Vänta en stund.`,
    en: `At most ${perMinute} requests a minute from one address. Wait a while.`,
  })
