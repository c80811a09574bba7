import { createRequire } from 'node:module'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Router } from 'express'
import type { Feature } from '../features/feature.ts'
import { openApi } from '../openapi.ts'

const OWN = fileURLToPath(new URL('.', import.meta.url))
const require = createRequire(import.meta.url)
const SWAGGER = dirname(require.resolve('swagger-ui-dist/package.json'))
/** What the page uses of the library; nothing else of its folder is served. */
const NEEDED = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']

/** `/openapi.json` and the page `/docs` that shows it, everything served from here. */
export function docs(features: readonly Feature[], version: string): Router {
  const description = Buffer.from(JSON.stringify(openApi(features, version)))
  return Router()
    .get('/openapi.json', (_request, response) => {
      response.type('application/json').set('Cache-Control', 'no-cache').send(description)
    })
    .get('/docs', (_request, response) => response.sendFile('index.html', { root: OWN }))
    .get('/docs/start.js', (_request, response) => response.sendFile('start.js', { root: OWN }))
    .get(
      NEEDED.map((name) => `/docs/${name}`),
      (request, response) => response.sendFile(basename(request.path), { root: SWAGGER }),
    )
}
