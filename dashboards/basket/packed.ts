import { asBasket, asLists, type Basket, EMPTY } from './basket.ts'

/** A full basket is smaller than this; more comes from somebody who means harm. */
const MOST_BYTES = 200_000

/** A basket as a text for an address: JSON, deflated, base64url. An empty basket is an empty text. */
export async function pack(basket: Basket): Promise<string> {
  if (basket.picked.length === 0) return ''
  const json = new Blob([JSON.stringify(asLists(basket))])
  const bytes = await new Response(json.stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer()
  let binary = ''
  for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The basket that `pack` made the text of; null for a text that is none. */
export async function unpack(text: string): Promise<Basket | null> {
  if (text === '') return EMPTY
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
    return asBasket(JSON.parse(await inflated(bytes)))
  } catch {
    return null
  }
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let read = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    read += value.byteLength
    if (read > MOST_BYTES) throw new RangeError('basket too large')
    text += decoder.decode(value, { stream: true })
  }
}
