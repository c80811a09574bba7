import compression from 'compression'
import express, { type Express, Router } from 'express'
import type { Logger } from 'pino'
import type { Home } from '../data/store/home.ts'
import { answering } from './answering.ts'
import { dashboards } from './dashboards.ts'
import { docs } from './docs/docs.ts'
import { answerErrors, notFound, onlyGet, refuseLongAddress } from './errors.ts'
import { features } from './features/index.ts'
import { logRequests } from './log.ts'
import type { Keeper } from './release/keeper.ts'
import { headers, limitRequests, refuseLargeBody } from './security.ts'
import { version } from './version.ts'

type Options = { home: Home; keeper: Keeper; log: Logger; requestsPerMinute: number; built?: string | undefined }

/** The whole service as an Express app: API, its documentation and the dashboards. */
export function app({ home, keeper, log, requestsPerMinute, built }: Options): Express {
  const documentation = docs(features, version)
  return express()
    .disable('x-powered-by')
    .set('etag', false)
    .use(logRequests(log), headers, limitRequests(requestsPerMinute), refuseLargeBody)
    .use(compression())
    .use('/api/v1', api(home, keeper))
    .use(refuseLongAddress)
    .use('/api/v1', documentation, notFound)
    .use(documentation)
    .use(dashboards(built))
    .use(notFound)
    .use(answerErrors(log))
}

function api(home: Home, keeper: Keeper): Router {
  const router = Router({ caseSensitive: true })
  for (const feature of features) {
    router.route(feature.path).get(answering(feature, { home, keeper })).all(onlyGet)
  }
  return router
}
