import type { Reading } from '../reading.ts'
import type { KoladaFetch } from './fetch.ts'
import { readPages } from './pages.ts'
import { arePagesTakenInSets } from './pages-in-sets.ts'

/** Reads what was fetched: first what describes, then the values, all at once where nothing is wrong with them. */
export async function readFetched(fetch: KoladaFetch, reading: Reading): Promise<void> {
  const described = readPages(fetch.pages('descriptions'), reading)
  if (!fetch.byUnit && (await arePagesTakenInSets(fetch.files('values'), reading))) return
  readPages(fetch.pages('values'), reading, described)
}
