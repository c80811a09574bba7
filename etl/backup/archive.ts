import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extract, type Header, pack } from 'tar-stream'
import { z } from 'zod'
import { summing } from '../../data/store/sums.ts'

/** One stored file: where it lies on disk, and its name in the archive (with slashes). */
export type Stored = { path: string; name: string }

/** The last entry of an archive: SHA-256 of every file before it, hexadecimal, by name. An archive without it was cut off. */
const SUMS = 'SUMS.json'
const Sums = z.record(z.string(), z.string())
export type Sums = z.infer<typeof Sums>

/** An archive that is not one of ours, was cut off, or is not as it was written. */
export class UnsoundArchive extends Error {
  override name = 'UnsoundArchive'
}

/** Writes files into one tar archive, each bit for bit, and what they sum to. @returns the sums by name */
export async function writeArchive(files: readonly Stored[], to: Writable): Promise<Sums> {
  const tar = pack()
  const written = pipeline(tar, to)
  written.catch((error) => tar.destroy(error))
  const sums: Sums = {}
  for (const file of files) sums[file.name] = await addFile(tar, file)
  tar.entry({ name: SUMS }, JSON.stringify(sums, null, 2))
  tar.finalize()
  await written
  return sums
}

async function addFile(tar: ReturnType<typeof pack>, { path, name }: Stored): Promise<string> {
  const { size, mtime, mode } = statSync(path)
  const { sum, passing } = summing()
  await pipeline(createReadStream(path), passing, tar.entry({ name, size, mtime, mode }))
  return sum()
}

/** Unpacks an archive into a folder and holds every file against its sum. @throws UnsoundArchive */
export async function readArchive(from: string, into: string): Promise<Sums> {
  const found: Sums = {}
  let promised: Sums | null = null
  const tar = extract()
  const reading = pipeline(createReadStream(from), tar)
  reading.catch(() => {}) // what is wrong is told once, by the loop or by the wait below
  try {
    for await (const entry of tar) {
      const { name } = entry.header
      if (name === SUMS) promised = Sums.parse(JSON.parse(await textOf(entry)))
      else found[name] = await keep(entry, placeIn(into, entry.header), entry.header)
    }
    await reading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('E')) throw error
    throw new UnsoundArchive()
  }
  if (!promised || !isSame(found, promised)) throw new UnsoundArchive()
  return promised
}

/** @throws UnsoundArchive for what would be written outside of the folder, or is no file */
function placeIn(folder: string, { name, type }: Header): string {
  const path = normalize(join(folder, name))
  if (type !== 'file' || !path.startsWith(normalize(folder) + sep)) throw new UnsoundArchive()
  return path
}

async function keep(entry: AsyncIterable<unknown>, path: string, { mode }: Header): Promise<string> {
  mkdirSync(dirname(path), { recursive: true })
  const { sum, passing } = summing()
  await pipeline(Readable.from(entry), passing, createWriteStream(path, { mode: mode ?? 0o600, flush: true }))
  return sum()
}

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const isSame = (a: Sums, b: Sums) =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, sum]) => b[name] === sum)
