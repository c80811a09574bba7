import { blobValue, type DuckDBConnection } from '@duckdb/node-api'
import type { SearchIndex } from '../model/search-index.ts'
import { SEARCH_INDEX } from './release-questions.ts'

/** Writes the index of a language's words into the release that is being built. */
export async function writeSearchIndex(
  connection: DuckDBConnection,
  language: string,
  index: SearchIndex,
): Promise<void> {
  const { words, starts, entries, inTitle, lengths, order } = index
  const numbers = [starts, entries, inTitle, lengths, order].map(bytesOf)
  await connection.run('INSERT INTO search_index VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    language,
    words.join('\n'),
    ...numbers.map((bytes) => blobValue(bytes)),
  ])
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array | Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

type Stored = Record<'starts' | 'entries' | 'in_title' | 'lengths' | 'title_order', Uint8Array> & { words: string }

/** Asks a release for rows. */
type Rows = <T>(sql: string, bound: { language: string }) => Promise<T[]>

/** Reads the index of a language's words out of a release. */
export async function readSearchIndex(rows: Rows, language: string): Promise<SearchIndex> {
  const [row] = await rows<Stored>(SEARCH_INDEX, { language })
  const { words, starts, entries, in_title, lengths, title_order } = row!
  return {
    words: words.split('\n'),
    starts: new Uint32Array(alone(starts)),
    entries: new Uint16Array(alone(entries)),
    inTitle: new Uint8Array(alone(in_title)),
    lengths: new Uint16Array(alone(lengths)),
    order: new Uint16Array(alone(title_order)),
  }
}

/** Bytes at the beginning of memory of their own, where numbers of every size may lie. */
const alone = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
