import { type RequestHandler, raw } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import { sendProblem } from './errors.ts'
import { languageOf } from './language.ts'
import { Problem } from './problem.ts'

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
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
})

/** Reads away a small body and refuses a large one: nothing is ever asked in a body. */
export const refuseLargeBody: RequestHandler = raw({ type: () => true, limit: '16kb' })

export const limitRequests = (perMinute: number): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    validate: { xForwardedForHeader: false },
    handler: (request, response) => sendProblem(response, tooMany(perMinute), languageOf(request)),
  })

const tooMany = (perMinute: number) =>
  new Problem('too-many-requests', {
    sv: `Högst ${perMinute} frågor i minuten från samma adress. Vänta en stund.`,
    en: `At most ${perMinute} requests a minute from one address. Wait a while.`,
  })
