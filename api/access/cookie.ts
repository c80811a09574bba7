import type { Request, Response } from 'express'

/** The address that people use, and whether it is https: both decide how the cookie is kept. */
export type Address = { origin: string | null; isSecure: boolean }

/** @param setting JAMSIDES_ADDRESS; empty where the service is used as it stands */
export function addressOf(setting: string): Address {
  const origin = setting ? new URL(setting).origin : null
  return { origin, isSecure: origin?.startsWith('https:') ?? false }
}

/** Behind https the browser itself sees to it that no neighbour sets the cookie. Plain http has no such name. */
const nameOf = ({ isSecure }: Address, name = 'jamsides') => (isSecure ? `__Host-${name}` : name)

const SECRET = /^[A-Za-z0-9_-]{43}$/

/** What the browser's cookie holds, if it can be one of ours. */
export const cookieOf = (request: Request, address: Address): string | null => cookieNamed('jamsides', request, address)

/** What another cookie of ours holds, if it can be one of ours. */
export function cookieNamed(which: string, request: Request, address: Address): string | null {
  const name = `${nameOf(address, which)}=`
  const found = (request.get('Cookie') ?? '').split(';').map((one) => one.trim())
  const value = found.find((one) => one.startsWith(name))?.slice(name.length) ?? ''
  return SECRET.test(value) ? value : null
}

/** Gives the browser its secret until it is closed: no script and no other site can read it. */
export function setCookie(response: Response, address: Address, secret: string, name?: string): void {
  response.cookie(nameOf(address, name), secret, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: address.isSecure,
  })
}

export function clearCookie(response: Response, address: Address, name?: string): void {
  response.clearCookie(nameOf(address, name), { httpOnly: true, sameSite: 'lax', path: '/', secure: address.isSecure })
}
