import { catalogue } from '../../data/catalogue/index.ts'
import { nearest } from '../../data/model/nearest.ts'
import { ROLE_NAMES, ROLES, type Role, SCOPE_OF } from '../../data/model/roles.ts'
import {
  accountByEmail,
  addAccount,
  type Grant,
  hasAdministrator,
  listAccounts,
} from '../../data/workspace/accounts.ts'
import { append, type Deed } from '../../data/workspace/audit.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { linkAddress, originOf } from '../../data/workspace/link-address.ts'
import { type LinkKind, makeLink } from '../../data/workspace/links.ts'
import { endSignIns } from '../../data/workspace/sign-ins.ts'
import type { Workspace, Writing } from '../../data/workspace/workspace.ts'
import { say } from '../language.ts'
import { type Context, type Outcome, Refusal, WrongUsage } from './outcome.ts'

export type AccountOptions = { name?: string; role?: string[] }

const ACTIONS = ['list', 'reset', 'invite'] as const

/** The accounts from the command line: the way in that is always there for who runs the service. */
export async function accounts(context: Context, action: string, email: string | undefined, options: AccountOptions) {
  const { home, settings } = context
  const asked = ACTIONS.find((known) => known === action)
  if (!asked) throw unknownAction(action)
  const workspace = await openWorkspace({ home, database: settings.DATABASE_URL })
  try {
    if (asked === 'list') return await list(workspace)
    if (asked === 'reset') return await reset(workspace, context, email)
    return await invite(workspace, context, email, options)
  } finally {
    await workspace.close()
  }
}

async function list({ read }: Workspace): Promise<Outcome> {
  const all = await listAccounts(read)
  const lines = all.map(({ name, email, grants }) => `${email ?? '–'}  ${name}  ${grants.map(roleInWords).join(', ')}`)
  return { exit: 0, lines, object: { ok: true, accounts: all } }
}

const roleInWords = ({ role, scope }: Grant) =>
  `${say(ROLE_NAMES[role].sv, ROLE_NAMES[role].en)}${scope && ` ${scope}`}`

/** A new way in for an account; without an address, for the first administrator where there is none. */
async function reset(workspace: Workspace, context: Context, email: string | undefined): Promise<Outcome> {
  if (email === undefined) {
    if (await hasAdministrator(workspace.read)) throw whose()
    return linked(context, await workspace.write((transaction) => made(transaction, 'setup', null)))
  }
  const account = await accountByEmail(workspace.read, email)
  if (!account) throw nobody(email)
  const secret = await workspace.write(async (transaction) => {
    await endSignIns(transaction, account.id)
    return made(transaction, 'reset', account.id)
  })
  return linked(context, secret)
}

async function invite(workspace: Workspace, context: Context, email: string | undefined, options: AccountOptions) {
  const { name, role = [] } = options
  if (!email || !name) throw incomplete()
  const grants = role.map(grantNamed)
  if (await accountByEmail(workspace.read, email)) throw taken(email)
  const secret = await workspace.write(async (transaction) => {
    const account = await addAccount(transaction, { name, email, grants })
    await append(transaction, { actor: 'command-line', action: 'account.invited', object: account, body: { grants } })
    return made(transaction, 'invitation', account)
  })
  return linked(context, secret)
}

async function made(transaction: Writing, kind: LinkKind, account: string | null): Promise<string> {
  const deed: Deed = { actor: 'command-line', action: 'account.link-made', object: account ?? '', body: { kind } }
  await append(transaction, deed)
  return makeLink(transaction, kind, account)
}

function linked({ settings }: Context, secret: string): Outcome {
  const link = linkAddress(originOf(settings), secret)
  const told = say('Öppna länken; den gäller en gång:', 'Open this link; it works once:')
  return { exit: 0, lines: [told, link], object: { ok: true, link } }
}

/** A role as it is written: `viewer`, `manager:0184`, `analyst:fou-nordvast`. @throws WrongUsage */
function grantNamed(text: string): Grant {
  const [name = '', scope = ''] = text.split(':')
  const role = ROLES.find((known) => known === name)
  if (!role) throw unknownRole(name)
  if (!isScopeOf(role, scope)) throw wrongScope(role)
  return { role, scope }
}

function isScopeOf(role: Role, scope: string): boolean {
  const { municipalities, groups } = catalogue()
  if (SCOPE_OF[role] === null) return scope === ''
  const known = SCOPE_OF[role] === 'municipality' ? municipalities.map(({ code }) => code) : groups.map(({ id }) => id)
  return known.includes(scope)
}

const unknownAction = (action: string) =>
  new WrongUsage(
    say(
      `accounts ${action} finns inte; menade du ${nearest(action, ACTIONS)}? Här finns ${ACTIONS.join(', ')}.`,
      `There is no accounts ${action}; did you mean ${nearest(action, ACTIONS)}? There are ${ACTIONS.join(', ')}.`,
    ),
  )
const unknownRole = (name: string) =>
  new WrongUsage(
    say(
      `Rollen ${name} finns inte; menade du ${nearest(name, ROLES)}? Roller: ${ROLES.join(', ')}.`,
      `There is no role ${name}; did you mean ${nearest(name, ROLES)}? Roles: ${ROLES.join(', ')}.`,
    ),
  )
const wrongScope = (role: Role) => {
  const written = { municipality: `${role}:0184`, group: `${role}:fou-nordvast` }[SCOPE_OF[role] ?? 'group']
  const right = SCOPE_OF[role] ? written : role
  return new WrongUsage(say(`Rollen ${role} skrivs som ${right}.`, `The role ${role} is written as ${right}.`))
}
const incomplete = () =>
  new WrongUsage(
    say(
      'Skriv accounts invite E-POST --name "NAMN" --role ROLL.',
      'Write accounts invite EMAIL --name "NAME" --role ROLE.',
    ),
  )
const whose = () =>
  new Refusal(
    say(
      'Skriv vilket konto: accounts reset E-POST. accounts list visar dem.',
      'Say which account: accounts reset EMAIL. accounts list shows them.',
    ),
  )
const nobody = (email: string) =>
  new Refusal(say(`Inget konto har adressen ${email}.`, `No account has the address ${email}.`))
const taken = (email: string) =>
  new Refusal(
    say(`Det finns redan ett konto med adressen ${email}.`, `There is already an account with the address ${email}.`),
  )
