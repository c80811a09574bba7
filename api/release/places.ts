import type { Questions } from './questions.ts'

/** Where a value came from and when it was loaded. */
type Origin = { source: string; loadedAt: string }

/** The few different things that a release's many values refer to, numbered so that values can be kept as numbers. */
export type Places = {
  /** Position of each municipality, region and the country, by code. */
  positions: ReadonlyMap<string, number>
  origins: readonly Origin[]
}

/** Reads which places and origins a release has values for. */
export async function placesOf(questions: Questions): Promise<Places> {
  const codes = await questions.rows<{ code: string }>('SELECT DISTINCT municipality AS code FROM value ORDER BY code')
  const origins = await questions.rows<Origin>(
    'SELECT DISTINCT source, loaded_at AS "loadedAt" FROM value ORDER BY ALL',
  )
  return { positions: new Map(codes.map(({ code }, position) => [code, position])), origins }
}
