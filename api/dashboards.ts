import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, Router } from 'express'

const BUILT = fileURLToPath(new URL('../dashboards/dist', import.meta.url))

/**
 * The built dashboards: files with a hash in their name may be kept for ever, the page itself is asked for every time.
 * Every address that a person may have bookmarked gives the page; the page reads the address.
 */
export function dashboards(built = BUILT): Router {
  return Router()
    .use('/assets', express.static(`${built}/assets`, { immutable: true, maxAge: '1y', index: false, redirect: false }))
    .use(express.static(built, { index: false, redirect: false }))
    .get(/^\/(?!api\/|assets\/|docs\/)[^.]*$/, page(built))
}

const page =
  (built: string): RequestHandler =>
  (request, response, next) => {
    if (!request.accepts('html') || !existsSync(`${built}/index.html`)) return next()
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: built, cacheControl: false })
  }
