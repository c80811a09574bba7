import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { bomb, DEFAULT_LIMITS, emptyFile, type Limits, RefusedFile, tooLarge } from './refused.ts'

/** Real tables pack to a tenth or a thirtieth; what unpacks to this much more was made to. */
const HIGHEST_RATIO = 150
const RATIO_FROM_BYTES = 16 * 1024 * 1024

/** What the first bytes of a file say that it is. */
export type Packing = 'plain' | 'gzip' | 'zip' | 'ole'

const MAGIC: [Packing, number[]][] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
]

/**
 * Tells how a file is packed.
 * @throws RefusedFile when it is missing, not a file, empty or over the limit
 */
export async function packingOf(path: string, limits = DEFAULT_LIMITS): Promise<Packing> {
  await refuseSize(path, limits)
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    const found = MAGIC.find(([, magic]) => bytesRead >= magic.length && magic.every((byte, i) => buffer[i] === byte))
    return found?.[0] ?? 'plain'
  } finally {
    await file.close()
  }
}

async function refuseSize(path: string, limits: Limits): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile())
    throw new RefusedFile(
      'file-missing',
      'Filen finns inte eller är ingen fil.',
      'The file does not exist or is no file.',
    )
  if (found.size === 0) throw emptyFile()
  if (found.size > limits.maxBytes) throw tooLarge(limits)
}

/**
 * The content of a plain or gzipped file, unpacked as it is read.
 * @throws RefusedFile when it is truncated, damaged, or unpacks to more than the limit
 */
export async function* readBytes(path: string, limits = DEFAULT_LIMITS): AsyncGenerator<Buffer> {
  const gzipped = (await packingOf(path, limits)) === 'gzip'
  const source = createReadStream(path, { highWaterMark: 256 * 1024 })
  const stream = gzipped ? source.pipe(createGunzip()) : source
  let read = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      read += chunk.length
      if (read > limits.maxBytes) throw tooLarge(limits)
      if (gzipped && read > RATIO_FROM_BYTES && read > source.bytesRead * HIGHEST_RATIO) throw bomb()
      yield chunk
    }
  } catch (error) {
    throw error instanceof RefusedFile ? error : damaged()
  } finally {
    source.destroy()
    stream.destroy()
  }
  if (read === 0) throw emptyFile()
}

const damaged = (): RefusedFile =>
  new RefusedFile(
    'file-damaged',
    'Filen är avkortad eller skadad och kan inte packas upp. Skapa den på nytt.',
    'The file is truncated or damaged and cannot be unpacked. Make it again.',
  )
