import { afterAll, beforeAll } from 'vitest'
import type { Running } from '../../api/server.ts'
import { openWritable, quoted, rowsOf } from '../../data/store/duckdb.ts'
import type { Manifest } from '../../data/store/manifest.ts'
import { releaseFile } from '../../data/store/release.ts'
import { ASKED, content, LOCAL, OF_UNITS, PUBLISHED } from './content.ts'
import { makeHome, publish } from './home.ts'
import { serve } from './service.ts'

type Headers = Record<string, string>

/** The real service over one hand-made release, for all tests of a file, and a way to ask the release file in SQL. */
export function asking(settings: Record<string, string> = {}) {
  const { home, remove } = makeHome()
  let running: Running
  let manifest: Manifest

  beforeAll(async () => {
    const beside = { indicators: [LOCAL], published: [PUBLISHED], surveys: ASKED, units: OF_UNITS }
    manifest = await publish(home, { values: content(), ...beside })
    running = await serve(home, settings)
  })
  afterAll(async () => {
    await running.close()
    remove()
  })

  const ask = (path: string, headers: Headers = {}) => fetch(`${running.url}${path}`, { headers })
  return {
    home,
    ask,
    release: () => manifest.id,
    url: () => running.url,
    /** The JSON answer below /api/v1. @throws Error with the body where it is not 200 */
    // biome-ignore lint/suspicious/noExplicitAny: what the wire brings is what is being tested
    async answer(path: string, headers: Headers = {}): Promise<any> {
      const response = await ask(`/api/v1${path}`, headers)
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return response.json()
    },
    // biome-ignore lint/suspicious/noExplicitAny: as above
    async problem(path: string, headers: Headers = {}): Promise<any> {
      const response = await ask(path, headers)
      return { status: response.status, type: response.headers.get('content-type'), body: await response.json() }
    },
    async sql<T>(query: string): Promise<T[]> {
      const database = await openWritable(':memory:', 256)
      try {
        const file = quoted(releaseFile(home, manifest.id))
        await database.connection.run(`ATTACH ${file} AS r (READ_ONLY); USE r`)
        return await rowsOf<T>(database.connection, query)
      } finally {
        database.close()
      }
    },
  }
}
