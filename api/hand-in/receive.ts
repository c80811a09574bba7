import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { Problem } from '../problem.ts'

/** How large a file may be, how long its sender may say nothing, and how fast it must come. */
export type Pace = { maxBytes: number; silenceMs: number; windowMs: number; bytesInWindow: number }

export const PACE: Omit<Pace, 'maxBytes'> = { silenceMs: 20_000, windowMs: 60_000, bytesInWindow: 600_000 }

/**
 * Writes what is sent to a new file as it comes, and nothing of it is read. It is on the disk when this returns.
 * @throws Problem `file-too-large`, `too-slow`, `no-room`; Error when the connection breaks
 */
export async function receive(
  request: IncomingMessage,
  path: string,
  pace: Pace,
): Promise<{ bytes: number; sha256: string }> {
  if (Number(request.headers['content-length'] ?? 0) > pace.maxBytes) throw tooLarge(pace)
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const chunk of timely(request, pace)) {
      bytes += chunk.length
      if (bytes > pace.maxBytes) throw tooLarge(pace)
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? noRoom : error
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** The chunks of a request. @throws Problem `too-slow` where they come too seldom or too few */
async function* timely(request: IncomingMessage, { silenceMs, windowMs, bytesInWindow }: Pace): AsyncGenerator<Buffer> {
  const chunks = request.iterator({ destroyOnReturn: false })
  let [begun, bytes] = [Date.now(), 0]
  for (;;) {
    const { value, done } = await within(silenceMs, chunks.next())
    if (done) return
    bytes += value.length
    if (Date.now() - begun > windowMs) {
      if (bytes < bytesInWindow) throw tooSlow
      ;[begun, bytes] = [Date.now(), 0]
    }
    yield value
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow), ms)
  })
  work.catch(() => {}) // it may fail after nobody waits for it any more
  try {
    return await Promise.race([work, silence])
  } finally {
    clearTimeout(timer)
  }
}

const tooLarge = ({ maxBytes }: Pace) => {
  const megabytes = Math.round(maxBytes / 1024 / 1024)
  return new Problem('file-too-large', {
    sv: `Filen får vara högst ${megabytes} MB. Dela den, eller spara tabellen som CSV. Inget av den är sparat.`,
    en: `The file may be at most ${megabytes} MB. Split it, or save the table as CSV. Nothing of it is kept.`,
  })
}

const tooSlow = new Problem('too-slow', {
  sv: 'Filen slutade komma eller kom för långsamt. Inget av den är sparat; skicka den igen.',
  en: 'The file stopped coming or came too slowly. Nothing of it is kept; send it again.',
})

const noRoom = new Problem('no-room', {
  sv: 'Servern har ingen plats för filen just nu. Inget av den är sparat; försök igen senare.',
  en: 'The server has no room for the file just now. Nothing of it is kept; try again later.',
})
