import type { Request } from 'express'

/** Browsers of one kind all send the same; what nobody sends again is not worth keeping. */
const MOST = 64
const LONGEST = 200

/** What depends on one header alone is read once for each text of it. @param header in small letters */
export function byHeader<T>(header: string, read: (request: Request) => T): (request: Request) => T {
  const known = new Map<string, T>()
  return (request) => {
    const text = String(request.headers[header] ?? '')
    const before = known.get(text)
    if (before !== undefined) return before
    const found = read(request)
    if (text.length <= LONGEST && known.size < MOST) known.set(text, found)
    return found
  }
}
