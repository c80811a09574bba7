import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import type { Feature } from '../features/feature.ts'
import { openApi } from '../openapi.ts'

const OWN = fileURLToPath(new URL('.', import.meta.url))
const require = createRequire(import.meta.url)
const SWAGGER = dirname(require.resolve('swagger-ui-dist/package.json'))

/** `/openapi.json` and the page `/docs` that shows it, everything served from here. */
export function docs(features: readonly Feature[], version: string): Router {
  const description = Buffer.from(JSON.stringify(openApi(features, version)))
  const page = express.static(OWN, { index: 'index.html', redirect: false, extensions: false })
  return Router()
    .get('/openapi.json', (_request, response) => {
      response.type('application/json').set('Cache-Control', 'no-cache').send(description)
    })
    .get('/docs', (_request, response) => response.sendFile('index.html', { root: OWN }))
    .get('/docs/start.js', page)
    .use('/docs', page, express.static(SWAGGER, { index: false, redirect: false }))
}
