import type { Request, Response } from 'express'
import { type Address, cookieNamed, setCookie } from '../access/cookie.ts'
import { type Gate, isOpenHere } from '../access/guard.ts'
import { may, municipalitiesOf, type Who } from '../access/who.ts'
import type { OpenRelease } from '../release/open-release.ts'
import type { Asker } from './seat.ts'

const PASS = 'jamsides-guest'

type Asking = { who: Who; gate: Gate; served: OpenRelease | null; http: { request: Request } }

/** Who asks in a session: the account with the municipalities that its roles were given for, and the guest's pass. */
export function askerOf({ who, gate, served, http }: Asking): Asker {
  const municipalities = (who?.grants ?? []).flatMap(({ role, scope }) => municipalitiesOf(role, scope))
  return {
    account: who && { id: who.id, name: who.name, municipalities: [...new Set(municipalities)] },
    pass: cookieNamed(PASS, http.request, gate.address),
    readsProtected: may(who, 'followup.read') || isOpenHere('followup.read', gate, served),
  }
}

/** Gives a guest's browser the pass that lets it in again. */
export const givePass = (response: Response, address: Address, token: string): void =>
  setCookie(response, address, token, PASS)
