import { catalogue } from '../../data/catalogue/index.ts'
import type { Role } from '../../data/model/roles.ts'
import type { Home } from '../../data/store/home.ts'
import { addAccount } from '../../data/workspace/accounts.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { beginSignIn } from '../../data/workspace/sign-ins.ts'
import { publish, type ValueRow } from '../api/home.ts'

/** The eight of FoU Nordväst. */
export const NORDVAST = ['0114', '0123', '0125', '0139', '0163', '0183', '0184', '0191']
/** Core indicators of ekonomiskt bistånd, each a share whose base we bring along. */
const INDICATORS = ['N31807', 'N31825', 'N31814', 'N31816']
const BASE = 20_000

/** A share as cases of a base, so that its uncertainty is stated. */
const share = (indicator: string, municipality: string, period: number, value: number): ValueRow => ({
  indicator,
  municipality,
  period,
  value,
  numerator: Math.round((value / 100) * BASE),
  denominator: BASE,
})

/** By municipality a value of its own that drifts a little: enough for every page to have something to show. */
function figures(last: number, changes: Record<string, number | null> = {}): ValueRow[] {
  const places = catalogue().municipalities
  const years = Array.from({ length: 5 }, (_, at) => last - 4 + at)
  return INDICATORS.flatMap((indicator, which) =>
    places.flatMap(({ code }, place) =>
      years.map((year) => {
        const usual = 4 + which * 6 + (place % 40) / 8
        const changed = changes[`${indicator} ${code} ${year}`]
        if (changed === null) return { indicator, municipality: code, period: year, value: null }
        return share(indicator, code, year, changed ?? usual)
      }),
    ),
  )
}

export const publishYear = (home: Home, last: number, changes?: Record<string, number | null>) =>
  publish(home, { values: figures(last, changes), sample: true })

type Person = { name: string; role: Role; scope: string }

/** Accounts that are signed in: the header of a browser's cookie for each. */
export async function signedIn<N extends string>(home: Home, people: Record<N, Person>): Promise<Record<N, string>> {
  const workspace = await openWorkspace({ home, database: '' })
  const limits = { idle: 3_600_000, whole: 36_000_000 }
  const cookies: Record<string, string> = {}
  for (const [who, { name, role, scope }] of Object.entries(people) as [N, Person][])
    cookies[who] = await workspace.write(async (transaction) => {
      const account = await addAccount(transaction, { name, email: null, grants: [{ role, scope }] })
      const { secret } = await beginSignIn(transaction, { account, way: 'test', device: 'test' }, limits)
      return `jamsides=${secret}`
    })
  await workspace.close()
  return cookies as Record<N, string>
}

export const PEOPLE = {
  fou: { name: 'Fia Ledare', role: 'analyst', scope: 'fou-nordvast' },
  solna: { name: 'Sam Solna', role: 'manager', scope: '0184' },
  stranger: { name: 'Malin Malmö', role: 'manager', scope: '1280' },
} as const satisfies Record<string, Person>

/** Begins an empty session over HTTP. @returns its id */
export async function beginAt(address: string, cookie: string, id: string): Promise<string> {
  const response = await fetch(`${address}/api/v1/analysis-sessions`, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ id, title: 'Tomt', purpose: '', date: null, start: null, group: 'fou-nordvast', municipalities: NORDVAST },
      ...{ template: null, area: null, copyOf: null, follows: null, name: 'Fia', municipality: null },
    }),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return id
}
