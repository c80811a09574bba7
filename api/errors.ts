import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { type Language, languageOf } from './language.ts'
import { Problem } from './problem.ts'
import { problemOf } from './workspace/holder.ts'

const WHOLE_ADDRESS = 8192

/** Sends a problem as `application/problem+json`, never kept by a cache. */
export function sendProblem(response: Response, problem: Problem, language: Language): void {
  response.removeHeader('ETag')
  response.status(problem.status).set('Cache-Control', 'no-store').set('Content-Language', language)
  if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer')
  if (problem.status === 503 && !response.hasHeader('Retry-After')) response.set('Retry-After', '5')
  response.type('application/problem+json').send(Buffer.from(JSON.stringify(problem.body(language))))
}

export const notFound: RequestHandler = (request) => {
  const path = `${request.baseUrl}${request.path}`.slice(0, 200)
  throw new Problem('not-found', {
    sv: `${path} finns inte. Alla adresser står i /api/v1/openapi.json.`,
    en: `${path} does not exist. Every address stands in /api/v1/openapi.json.`,
  })
}

/** @param methods what the address answers to, in capitals */
export function only(methods: readonly string[]): RequestHandler {
  const [first, last] = [methods.slice(0, -1), methods.at(-1)]
  return (request, response) => {
    response.set('Allow', methods.join(', '))
    throw new Problem('wrong-method', {
      sv: `${request.method} går inte att använda här, bara ${[...(first.length ? [first.join(', ')] : []), last].join(' och ')}.`,
      en: `${request.method} cannot be used here, only ${[...(first.length ? [first.join(', ')] : []), last].join(' and ')}.`,
    })
  }
}

/** @throws Problem `address-too-long` */
export function checkAddress({ originalUrl }: Request): void {
  if (originalUrl.length <= WHOLE_ADDRESS) return
  throw new Problem('address-too-long', {
    sv: `Adressen får ha högst ${WHOLE_ADDRESS} tecken.`,
    en: `The address may have at most ${WHOLE_ADDRESS} characters.`,
  })
}

export const refuseLongAddress: RequestHandler = (request, _response, next) => {
  checkAddress(request)
  next()
}

/** Turns whatever was thrown into a problem; what is not one of ours is logged and answered as a failure without detail. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const known = problemOf(error)
    const problem = known instanceof Problem ? known : fromExpress(known)
    if (problem.kind === 'failure') log.error({ err: error, path: request.path }, 'failed')
    sendProblem(response, problem, languageOf(request))
  }
}

function fromExpress(error: unknown): Problem {
  const status = (error as { status?: number }).status
  if (status === 413) return bodyTooLarge
  if (status !== undefined && status >= 400 && status < 500) return unreadable
  return failure
}

const bodyTooLarge = new Problem('body-too-large', {
  sv: 'Frågor ställs i adressen; skicka inget meddelande med dem.',
  en: 'Questions are asked in the address; send no body with them.',
})
const unreadable = new Problem('invalid-question', {
  sv: 'Frågan går inte att läsa: kontrollera tecken som % och & i adressen, och skicka inget meddelande.',
  en: 'The question cannot be read: check characters such as % and & in the address, and send no body.',
})
const failure = new Problem('failure', {
  sv: 'Felet är antecknat i serverns logg. Försök igen om en stund.',
  en: 'The error is noted in the log of the server. Try again in a while.',
})
