import type { Request } from 'express'
import { askerOf, type Limits, seen } from '../../data/workspace/sign-ins.ts'
import { holderOf, tokenUsed } from '../../data/workspace/tokens.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'
import { type Address, cookieOf } from './cookie.ts'
import type { Who } from './who.ts'

const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/
const NOTE_EVERY_MS = 60_000
const HOUR = 3_600_000

/** Whether a request brings anything by which somebody could be known. */
export const bringsCredentials = (request: Request, address: Address): boolean =>
  request.get('Authorization') !== undefined || cookieOf(request, address) !== null

/** Who is asking: the holder of a token, else of the cookie of a browser that is signed in. */
export async function identify(request: Request, workspace: Workspace, address: Address, limits: Limits): Promise<Who> {
  const authorization = request.get('Authorization')
  if (authorization !== undefined) return byToken(workspace, BEARER.exec(authorization)?.[1])
  const secret = cookieOf(request, address)
  return secret ? bySignIn(workspace, secret, limits) : null
}

async function byToken(workspace: Workspace, secret: string | undefined): Promise<Who> {
  const holder = secret ? await holderOf(workspace.read, secret) : null
  if (!holder) return null
  const { account, name, grants, rights, rolesFrom, token, usedAt } = holder
  if (Date.now() - Date.parse(usedAt ?? '1970-01-01') > HOUR)
    await workspace.write((transaction) => tokenUsed(transaction, token))
  return { id: account, name, grants, rolesFrom, signIn: null, only: rights }
}

async function bySignIn(workspace: Workspace, secret: string, limits: Limits): Promise<Who> {
  const asker = await askerOf(workspace.read, secret, limits)
  if (!asker) return null
  const { account, name, signIn, seenAt, grants, rolesFrom } = asker
  if (Date.now() - Date.parse(seenAt) > NOTE_EVERY_MS) {
    await workspace.write((transaction) => seen(transaction, signIn))
  }
  return { id: account, name, grants, rolesFrom, signIn, only: null }
}
