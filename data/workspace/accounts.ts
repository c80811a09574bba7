import { randomUUID } from 'node:crypto'
import type { Role } from '../model/roles.ts'
import type { Reading, Writing } from './workspace.ts'

export type Grant = { role: Role; scope: string }
export type Account = {
  id: string
  name: string
  email: string | null
  /** `here`, or the issuer whose claims set the roles. */
  rolesFrom: string
  createdAt: string
  grants: Grant[]
}

/** All open accounts in order of name, with their roles. */
export async function listAccounts(read: Reading): Promise<Account[]> {
  const [accounts, roles] = await Promise.all([
    read
      .selectFrom('account')
      .select(['id', 'name', 'email', 'roles_from', 'created_at'])
      .where('closed_at', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .execute(),
    read.selectFrom('account_role').selectAll().orderBy('role').orderBy('scope').execute(),
  ])
  return accounts.map(({ id, name, email, roles_from, created_at }) => ({
    id,
    name,
    email,
    rolesFrom: roles_from,
    createdAt: created_at,
    grants: roles.filter(({ account }) => account === id).map(grantOf),
  }))
}

const grantOf = ({ role, scope }: { role: string; scope: string }): Grant => ({ role: role as Role, scope })

/** The roles of an account. */
export async function grantsOf(read: Reading, account: string): Promise<Grant[]> {
  const rows = await read
    .selectFrom('account_role')
    .select(['role', 'scope'])
    .where('account', '=', account)
    .orderBy('role')
    .orderBy('scope')
    .execute()
  return rows.map(grantOf)
}

/** The open account of that id. */
export function accountById(read: Reading, id: string) {
  return read.selectFrom('account').selectAll().where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst()
}

/** The open account that signs in with that address, however it is written. */
export function accountByEmail(read: Reading, email: string) {
  return read
    .selectFrom('account')
    .selectAll()
    .where('email', '=', emailAsKept(email))
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

export const emailAsKept = (email: string): string => email.trim().normalize('NFC').toLowerCase()

type NewAccount = { name: string; email: string | null; rolesFrom?: string; grants: readonly Grant[] }

/** Makes an account with its roles, without any way in. @returns its id */
export async function addAccount(
  transaction: Writing,
  { name, email, rolesFrom, grants }: NewAccount,
): Promise<string> {
  const id = randomUUID()
  await transaction
    .insertInto('account')
    .values({
      id,
      name,
      email: email && emailAsKept(email),
      password: null,
      created_at: new Date().toISOString(),
      roles_from: rolesFrom ?? 'here',
      closed_at: null,
    })
    .execute()
  await setGrants(transaction, id, grants)
  return id
}

/** Gives an account these roles and no others. */
export async function setGrants(transaction: Writing, account: string, grants: readonly Grant[]): Promise<void> {
  await transaction.deleteFrom('account_role').where('account', '=', account).execute()
  const once = new Map(grants.map((grant) => [`${grant.role} ${grant.scope}`, grant]))
  for (const { role, scope } of once.values()) {
    await transaction.insertInto('account_role').values({ account, role, scope }).execute()
  }
}

/** The only open account that may administer would lose that. */
export class LastAdministrator extends Error {
  override name = 'LastAdministrator'
}

/** @throws LastAdministrator where no open account is an administrator any more */
export async function keepAdministrator(transaction: Writing): Promise<void> {
  if (!(await hasAdministrator(transaction))) throw new LastAdministrator()
}

/** Whether anybody can administer at all; an example of a sample does not count. */
export async function hasAdministrator(read: Reading): Promise<boolean> {
  const one = await read
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account')
    .select('account.id')
    .where('role', '=', 'administrator')
    .where('roles_from', '!=', 'example')
    .where('closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

/** Sets the hash of the password that an account signs in with. */
export async function setPassword(transaction: Writing, account: string, password: string): Promise<void> {
  await transaction.updateTable('account').set({ password }).where('id', '=', account).execute()
}

export async function renameAccount(transaction: Writing, account: string, name: string): Promise<void> {
  await transaction.updateTable('account').set({ name }).where('id', '=', account).execute()
}

/** Closes an account: nobody gets in with it any more, its tokens included; what it did stays in the audit log. */
export async function closeAccount(transaction: Writing, account: string): Promise<void> {
  const now = new Date().toISOString()
  const gone = { closed_at: now, password: null, email: null }
  await transaction.updateTable('account').set(gone).where('id', '=', account).execute()
  await transaction.updateTable('sign_in').set({ ended_at: now }).where('account', '=', account).execute()
  await transaction.updateTable('api_token').set({ ended_at: now }).where('account', '=', account).execute()
  for (const table of ['account_role', 'identity', 'one_time_link', 'passkey'] as const) {
    await transaction.deleteFrom(table).where('account', '=', account).execute()
  }
}
