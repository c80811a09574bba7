const FEWEST_LETTERS = 32

/** A new key: 32 random bytes as text, for the municipality to keep. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What a key file holds; null when that is no key. */
export function keyIn(text: string): string | null {
  const key = text.trim()
  return key.length >= FEWEST_LETTERS && /^[\w-]+$/.test(key) ? key : null
}

/**
 * Makes pseudonyms with a key: the same number gives the same one, however it is written, and without the key nobody comes
 * back from it. Letters only, so that it is never taken for a number.
 */
export async function pseudonymWith(key: string): Promise<(id: string) => Promise<string>> {
  const encoder = new TextEncoder()
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const made = await crypto.subtle.importKey('raw', encoder.encode(key), hmac, false, ['sign'])
  return async (id) => {
    const signed = await crypto.subtle.sign('HMAC', made, encoder.encode(asWritten(id)))
    return Array.from(new Uint8Array(signed).slice(0, 16), inLetters).join('')
  }
}

/** A personal number without century and separators; any other id as it stands. */
function asWritten(id: string): string {
  const digits = id.replace(/[\s+-]/g, '')
  return /^(\d{10}|\d{12})$/.test(digits) ? digits.slice(-10) : id.trim()
}

const inLetters = (byte: number): string =>
  String.fromCharCode(97 + (byte >> 4)) + String.fromCharCode(97 + (byte & 15))
