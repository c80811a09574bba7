import type { Request } from 'express'
import { Problem } from '../problem.ts'
import type { Address } from './cookie.ts'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses to change anything for a page of another address, also of a neighbour on the same site, to whom the browser would
 * give every cookie. A program that is no browser says neither where it comes from nor has a person's cookies.
 * @throws Problem `foreign-origin`
 */
export function refuseForeignOrigin(request: Request, address: Address): void {
  if (SAFE.includes(request.method)) return
  const site = request.get('Sec-Fetch-Site')
  const origin = request.get('Origin')
  if (site === 'same-origin') return
  if (site === undefined && (origin === undefined || isOwn(origin, request, address))) return
  throw new Problem('foreign-origin', {
    sv: 'Bara den här tjänstens egna sidor kan ändra något. Öppna sidan på tjänstens egen adress och försök igen.',
    en: 'Only the pages of this service can change anything. Open the page at the address of the service and try again.',
  })
}

function isOwn(origin: string, request: Request, address: Address): boolean {
  if (address.origin) return origin === address.origin
  return origin === `http://${request.get('Host')}`
}
