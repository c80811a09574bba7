import type { Request } from 'express'
import type { Address } from './cookie.ts'

/** The address by which the service was reached, without a path: the one of the settings, else the one that was asked. */
export const ownOrigin = (request: Request, address: Address): string =>
  address.origin ?? `http://${request.get('Host') ?? 'localhost'}`
