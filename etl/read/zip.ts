import { promisify } from 'node:util'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { bomb, type Limits, RefusedFile, tooLarge } from './refused.ts'

const MOST_ENTRIES = 2000
const HIGHEST_RATIO = 300
const RATIO_FROM_BYTES = 4 * 1024 * 1024

/** A file inside a zip that was unpacked to look at it. */
export interface ZipPart {
  name: string
  content: Buffer
}

/**
 * Unpacks the files of a zip one at a time, having first refused what its directory says is too much. Sizes in the
 * directory are checked against what really unpacks, so a directory that lies is found too.
 * @throws RefusedFile for a zip bomb, an encrypted or a damaged file
 */
export async function* readZip(path: string, limits: Limits): AsyncGenerator<ZipPart> {
  const zip = await opened(path)
  try {
    const entries = await directory(zip)
    refuseBomb(entries, limits)
    for (const entry of entries) yield { name: entry.fileName, content: await unpacked(zip, entry) }
  } finally {
    zip.close()
  }
}

/** The names of the files inside a zip. @throws RefusedFile for one that is damaged */
export async function namesInZip(path: string): Promise<string[]> {
  const zip = await opened(path)
  try {
    return (await directory(zip)).map(({ fileName }) => fileName)
  } finally {
    zip.close()
  }
}

async function opened(path: string): Promise<ZipFile> {
  try {
    return await promisify<string, yauzl.Options, ZipFile>(yauzl.open)(path, { lazyEntries: true, autoClose: false })
  } catch {
    throw damagedZip()
  }
}

function directory(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > MOST_ENTRIES) reject(bomb())
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', () => reject(damagedZip()))
    zip.readEntry()
  })
}

function refuseBomb(entries: Entry[], limits: Limits): void {
  const unpackedSize = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const packedSize = entries.reduce((sum, entry) => sum + entry.compressedSize, 0)
  if (unpackedSize > limits.maxBytes) throw tooLarge(limits)
  if (unpackedSize > RATIO_FROM_BYTES && unpackedSize > packedSize * HIGHEST_RATIO) throw bomb()
  if (entries.some((entry) => entry.isEncrypted())) throw locked()
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    const stream = await promisify(zip.openReadStream.bind(zip) as (e: Entry, done: OpenDone) => void)(entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  } catch {
    throw damagedZip()
  }
  const content = Buffer.concat(chunks)
  if (crc32(content) !== entry.crc32) throw falseChecksum()
  return content
}

type OpenDone = (error: Error | null, stream: NodeJS.ReadableStream) => void

/** A workbook with a password, which makes another container of it. */
export const locked = (): RefusedFile =>
  new RefusedFile(
    'file-locked',
    'Arbetsboken är lösenordsskyddad. Spara den som .xlsx utan lösenord.',
    'The workbook has a password. Save it as .xlsx without one.',
  )

const falseChecksum = (): RefusedFile =>
  new RefusedFile(
    'file-damaged',
    'Arbetsbokens kontrollsumma stämmer inte: den har skadats på vägen. Spara den på nytt.',
    'The checksum of the workbook is false: it was damaged on its way. Save it again.',
  )

export const damagedZip = (): RefusedFile =>
  new RefusedFile(
    'file-damaged',
    'Arbetsboken är skadad eller avkortad. Spara den på nytt.',
    'The workbook is damaged or truncated. Save it again.',
  )
