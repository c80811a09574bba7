import type { Running } from '../../api/server.ts'
import type { Role } from '../../data/model/roles.ts'
import { addAccount, setPassword } from '../../data/workspace/accounts.ts'
import { hashPassword } from '../../data/workspace/password.ts'
import { beginSignIn } from '../../data/workspace/sign-ins.ts'

export const PASSWORD = 'fjorton gula paraplyer'

type Asking = { cookie?: string; token?: string; headers?: Record<string, string> }

/** Ways to a running service as somebody: accounts made in its workspace, requests with their cookies. */
export function doorOf(running: () => Running) {
  const workspace = () => running().gate.holder.workspace()

  const ask = (method: string, path: string, body?: unknown, { cookie, token, headers }: Asking = {}) =>
    fetch(`${running().url}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(cookie && { Cookie: cookie }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })

  return {
    ask,
    workspace,
    /** An account with a role and a password. @returns its id */
    async person(email: string, role: Role, scope = ''): Promise<string> {
      const password = await hashPassword(PASSWORD)
      return (await workspace()).write(async (transaction) => {
        const id = await addAccount(transaction, { name: `Någon ${role}`, email, grants: [{ role, scope }] })
        await setPassword(transaction, id, password)
        return id
      })
    },
    /** The cookie of a browser in which an account is signed in. */
    async signedIn(account: string): Promise<string> {
      const limits = { idle: 3_600_000, whole: 3_600_000 }
      const { secret } = await (await workspace()).write((transaction) =>
        beginSignIn(transaction, { account, way: 'password', device: '' }, limits),
      )
      return `jamsides=${secret}`
    },
    /** Signs in with a password. */
    signIn: (email: string, password = PASSWORD, asking: Asking = {}) =>
      ask('POST', '/sign-in', { email, password }, asking),
    /** Every line of the audit log, the first first. */
    async log() {
      return (await workspace()).read.selectFrom('audit').selectAll().orderBy('seq').execute()
    },
  }
}

/** What a browser would send back of a cookie that an answer sets. */
export const cookieFrom = (response: Response): string => response.headers.getSetCookie()[0]!.split(';')[0]!
