import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A stream that lets everything pass, and SHA-256 of what has passed, hexadecimal. */
export function summing(): { passing: Transform; sum(): string } {
  const hash = createHash('sha256')
  const passing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { passing, sum: () => hash.digest('hex') }
}

/** SHA-256 of a file, hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const { passing, sum } = summing()
  await pipeline(createReadStream(path), passing.resume())
  return sum()
}
