import compression from 'compression'
import express, { type Express, type RequestHandler, Router } from 'express'
import type { Logger } from 'pino'
import { answering, type Service } from './answering.ts'
import { dashboards } from './dashboards.ts'
import { docs } from './docs/docs.ts'
import { answerErrors, notFound, only, refuseLongAddress } from './errors.ts'
import { byPath, type Feature, methodOf } from './features/feature.ts'
import { features } from './features/index.ts'
import { fromMemory } from './finished.ts'
import { logRequests } from './log.ts'
import { headers, limitRequests, readSmallBody } from './security.ts'
import { hurry, needsHost } from './unreadable.ts'
import { version } from './version.ts'

type Options = { service: Service; log: Logger; built?: string | undefined }

/** The whole service as an Express app: API, its documentation and the dashboards. */
export function app({ service, log, built }: Options): Express {
  const { JAMSIDES_REQUESTS_PER_MINUTE, JAMSIDES_TRUSTED_HOPS } = service.settings
  const documentation = docs(features, version)
  return express()
    .disable('x-powered-by')
    .set('etag', false)
    .set('trust proxy', JAMSIDES_TRUSTED_HOPS)
    .use(logRequests(log), headers, needsHost, limitRequests(JAMSIDES_REQUESTS_PER_MINUTE), hurry)
    .use(whereFeedsAreSought)
    .use('/api/v1', fromMemory(service))
    .use(compression())
    .use('/api/v1', api(service))
    .use(readSmallBody, refuseLongAddress)
    .use('/api/v1', documentation, notFound)
    .use(documentation)
    .use(dashboards(built))
    .use(notFound)
    .use(answerErrors(log))
}

/** Where people look for a feed: the same as below the API's address. */
const whereFeedsAreSought: RequestHandler = (request, _, next) => {
  request.url = request.url.replace(/^\/feed\.atom(?=$|\?)/, '/api/v1/feed.atom')
  next()
}

function api(service: Service): Router {
  const router = Router({ caseSensitive: true })
  for (const [path, there] of byPath(features)) {
    const route = router.route(path.replaceAll(/\{(\w+)\}/g, ':$1'))
    for (const feature of there) route[methodOf(feature)](...bodyOf(feature), answering(feature, service))
    route.all(readSmallBody, only(there.flatMap((feature) => METHODS[methodOf(feature)])))
  }
  return router
}

const METHODS = { get: ['GET', 'HEAD'], post: ['POST'], put: ['PUT'], delete: ['DELETE'] }

/** A file is read by who takes it; everything else is small. */
const bodyOf = ({ takesFile }: Feature): RequestHandler[] => (takesFile ? [] : [readSmallBody])
