import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'
import type { Gate } from './access/guard.ts'
import { refuseForeignOrigin } from './access/same-origin.ts'
import { byHeader } from './by-header.ts'
import type { Written } from './formats/written.ts'
import { type Language, preferredLanguage } from './language.ts'
import type { Keeper } from './release/keeper.ts'
import { Kept } from './release/kept.ts'

/** What every answer depends on besides its address. */
export const VARIES = 'Accept-Language, Accept-Encoding'

/** An answer as it goes out, in the encoding that was asked for. */
export type Answer = Written & {
  /** Null where it says how things stand at this moment. */
  tag: string | null
  language: Language
  encoding: Encoding | null
}

type Encoding = 'br' | 'gzip'

const SMALLEST_COMPRESSED = 1024
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const compress = {
  gzip: promisify(gzip) as (body: Buffer) => Promise<Buffer>,
  br: (body: Buffer) => promisify(brotliCompress)(body, BROTLI),
}
/** What an entry costs besides its body, about. */
const BYTES_PER_ENTRY = 400

/** Answers that were given, for those who ask the same: most recently asked first, up to so many bytes. */
export class Finished {
  readonly #kept: Kept<string, Answer>
  /** How many bytes may be kept. */
  readonly limit: number

  constructor(limit: number) {
    this.limit = limit
    this.#kept = new Kept(limit)
  }

  get bytes(): number {
    return this.#kept.bytes
  }

  find(release: string, request: Request): Answer | undefined {
    return this.#kept.get(keyOf(release, request))
  }

  keep(release: string, request: Request, answer: Answer): void {
    const key = keyOf(release, request)
    this.#kept.set(key, answer, answer.body.length + 2 * key.length + BYTES_PER_ENTRY)
  }
}

/** Everything that the bytes of an answer depend on. */
const keyOf = (release: string, request: Request): string =>
  `${release} ${preferredLanguage(request)} ${encodingOf(request)} ${request.originalUrl}`

const encodingOf = byHeader('accept-encoding', (request): Encoding | 'none' => {
  const accepted = request.acceptsEncodings(['br', 'gzip', 'identity'])
  return accepted === 'br' || accepted === 'gzip' ? accepted : 'none'
})

/** The answer in the encoding that its caller reads; short ones and files that are compressed already stay as they are. */
export async function encoded(request: Request, answer: Omit<Answer, 'encoding'>): Promise<Answer> {
  const encoding = encodingOf(request)
  const isText = /json|csv/.test(answer.mediaType)
  if (encoding === 'none' || !isText || answer.body.length < SMALLEST_COMPRESSED) return { ...answer, encoding: null }
  return { ...answer, encoding, body: await compress[encoding](answer.body) }
}

/** Sends an answer. */
export function deliver(request: Request, response: Response, answer: Answer): void {
  response.setHeader('Content-Type', answer.mediaType)
  if (answer.file) response.setHeader('Content-Disposition', `attachment; filename="${answer.file}"`)
  if (answer.encoding) response.setHeader('Content-Encoding', answer.encoding)
  response.setHeader('Content-Length', answer.body.length)
  response.end(request.method === 'HEAD' ? undefined : answer.body)
}

/** Sets the ETag; where the caller already has that answer, says so and is done. */
export function saysKnown(request: Request, response: Response, tag: string, isPrivate: boolean): boolean {
  response.setHeader('ETag', tag)
  response.setHeader('Cache-Control', isPrivate ? 'private, no-cache' : 'no-cache')
  const known = request.headers['if-none-match']?.split(',') ?? []
  const isMatch = known.some((one) => ['*', tag, tag.slice(2)].includes(one.trim()))
  if (isMatch) response.status(304).end()
  return isMatch
}

/**
 * Answers from memory what was answered before, ahead of everything that is only needed to find an answer. Only what anyone may
 * ask is kept, so nobody is asked for here.
 */
export function fromMemory({ finished, keeper, gate }: Reach): RequestHandler {
  return (request, response, next) => {
    if (!isPlain(request)) return next()
    refuseForeignOrigin(request, gate.address)
    const release = keeper.settled
    const answer = release && finished.find(release, request)
    if (!answer) return next()
    response.setHeader('Vary', VARIES)
    response.setHeader('Content-Language', answer.language)
    if (!saysKnown(request, response, answer.tag!, false)) deliver(request, response, answer)
  }
}

type Reach = { finished: Finished; keeper: Keeper; gate: Gate }

/** A question without a body, as all should be; others are read and refused further on. */
const isPlain = ({ method, headers }: Request) =>
  (method === 'GET' || method === 'HEAD') &&
  headers['transfer-encoding'] === undefined &&
  (headers['content-length'] ?? '0') === '0'
