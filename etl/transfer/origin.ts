import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

/** Where releases are fetched from: a folder that they were pushed to, or a web address that serves such a folder. */
export type Origin = {
  /** A small file as text. @throws Unreachable */
  text(name: string): Promise<string>
  /** A file's bytes from a place on. @throws Unreachable */
  bytes(name: string, from: number): Promise<Readable>
}

/** A file that should be there is not, or nobody answers. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

/** Releases at a folder's path, or at an address that begins with http. */
export const originAt = (place: string): Origin =>
  /^https?:\/\//.test(place) ? web(place.replace(/\/+$/, '')) : folder(place)

function folder(path: string): Origin {
  const known = (name: string) => {
    const file = join(path, name)
    if (!existsSync(file)) throw new Unreachable(file)
    return file
  }
  return {
    text: async (name) => readFileSync(known(name), 'utf8'),
    bytes: async (name, from) => createReadStream(known(name), { start: from }),
  }
}

const PATIENCE_MS = 30_000

function web(address: string): Origin {
  const get = async (name: string, from = 0) => {
    const headers: Record<string, string> = from > 0 ? { Range: `bytes=${from}-` } : {}
    const signal = AbortSignal.timeout(from > 0 || name.endsWith('.duckdb') ? 3_600_000 : PATIENCE_MS)
    const response = await fetch(`${address}/${name}`, { headers, signal }).catch(() => null)
    if (!response?.ok || !response.body) throw new Unreachable(`${address}/${name}`)
    return response
  }
  return {
    text: async (name) => (await get(name)).text(),
    async bytes(name, from) {
      const response = await get(name, from)
      const body = Readable.fromWeb(response.body as ReadableStream)
      return from > 0 && response.status !== 206 ? skipping(body, from) : body
    },
  }
}

/** A server that knows no ranges sends all of it: what is here already is passed over. */
function skipping(body: Readable, from: number): Readable {
  let left = from
  return body.flatMap(async (chunk: Buffer) => {
    const passed = Math.min(left, chunk.length)
    left -= passed
    return passed < chunk.length ? [chunk.subarray(passed)] : []
  })
}
