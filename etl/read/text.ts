import { isAscii } from 'node:buffer'
import { readBytes } from './bytes.ts'
import { DEFAULT_LIMITS, RefusedFile } from './refused.ts'

/**
 * The text of a plain or gzipped file: UTF-8 with or without BOM, UTF-16, or Windows-1252.
 *
 * It is taken as UTF-8 until a byte sequence says otherwise. If only ASCII came before it the file is Windows-1252;
 * otherwise two encodings are mixed, and nothing can be trusted.
 * @throws RefusedFile for binary content, mixed encodings, and as `readBytes`
 */
export async function* readText(path: string, limits = DEFAULT_LIMITS): AsyncGenerator<string> {
  let decoder: Decoding | undefined
  for await (const chunk of readBytes(path, limits)) {
    decoder ??= decoderFor(chunk)
    yield decoder.decode(chunk)
  }
  yield decoder?.end() ?? ''
}

interface Decoding {
  decode(chunk: Buffer): string
  end(): string
}

function decoderFor(start: Buffer): Decoding {
  const utf16 = utf16In(start)
  return utf16 ? new Utf16(utf16) : new Decoder()
}

class Utf16 implements Decoding {
  readonly #decoder: TextDecoder

  constructor(name: string) {
    this.#decoder = new TextDecoder(name)
  }

  decode(chunk: Buffer): string {
    return printable(this.#decoder.decode(chunk, { stream: true }))
  }

  end(): string {
    return printable(this.#decoder.decode())
  }
}

class Decoder implements Decoding {
  #utf8 = new TextDecoder('utf-8', { fatal: true })
  #windows = new TextDecoder('windows-1252')
  #asciiSoFar = true
  #isWindows = false
  #pending: Buffer = Buffer.alloc(0)

  decode(chunk: Buffer): string {
    if (this.#isWindows) return printable(this.#windows.decode(chunk, { stream: true }))
    const bytes = this.#pending.length > 0 ? Buffer.concat([this.#pending, chunk]) : chunk
    const whole = wholeCharacters(bytes)
    this.#pending = Buffer.from(bytes.subarray(whole))
    return this.#decodeWhole(bytes.subarray(0, whole), bytes)
  }

  end(): string {
    return this.#pending.length > 0 ? this.#asWindows(this.#pending) : ''
  }

  #decodeWhole(whole: Buffer, bytes: Buffer): string {
    try {
      const text = this.#utf8.decode(whole, { stream: true })
      this.#asciiSoFar &&= isAscii(whole)
      return printable(text)
    } catch {
      return this.#asWindows(bytes)
    }
  }

  #asWindows(bytes: Buffer): string {
    if (!this.#asciiSoFar || holdsUtf8(bytes)) throw wrongEncoding()
    this.#isWindows = true
    this.#pending = Buffer.alloc(0)
    return printable(this.#windows.decode(bytes, { stream: true }))
  }
}

/** How many of the bytes end with a whole UTF-8 character; the rest waits for the next chunk. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return back < lengthOf(byte) ? bytes.length - back : bytes.length
  }
  return bytes.length
}

const lengthOf = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2)

/** Å, ä, ö, é … in UTF-8: as Windows-1252 they would read Ã¥, Ã¤, Ã¶. */
const holdsUtf8 = (bytes: Buffer): boolean => /\xC3[\x80-\xBF]/.test(bytes.toString('latin1'))

function printable(text: string): string {
  if (text.includes('\0')) throw notText()
  return text
}

/** Which UTF-16 a file is in: by its first mark, or by every other byte being zero as in Latin text without one. */
function utf16In(start: Buffer): 'utf-16le' | 'utf-16be' | null {
  const [a, b] = [start[0], start[1]]
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const sample = start.subarray(0, 200)
  const [even, odd] = [0, 1].map((parity) => sample.filter((byte, i) => i % 2 === parity && byte === 0).length)
  if (sample.length < 4 || Math.min(even!, odd!) > 0 || Math.max(even!, odd!) < sample.length * 0.4) return null
  return odd! > 0 ? 'utf-16le' : 'utf-16be'
}

const SAVE_AS = { sv: 'Spara den som CSV UTF-8.', en: 'Save it as CSV UTF-8.' }

const notText = (): RefusedFile =>
  new RefusedFile('encoding', `Filen är inte en textfil. ${SAVE_AS.sv}`, `The file is not a text file. ${SAVE_AS.en}`)

const wrongEncoding = (): RefusedFile =>
  new RefusedFile(
    'encoding',
    `Filen blandar teckenkodningar (UTF-8 och något annat). ${SAVE_AS.sv}`,
    `The file mixes encodings (UTF-8 and something else). ${SAVE_AS.en}`,
  )
