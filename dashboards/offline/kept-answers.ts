import { IN_BROWSER_MS } from '../../data/model/meetings/in-browser.ts'

/** An answer that was kept, and when it came. */
export type Kept = { answer: unknown; at: Date }

const SESSION = 'jamsides-session '
const TIME = 'X-Kept-At'

/** The session whose page is open; null where another page is. */
let open: string | null = null
/** What this page itself remembers, also where the browser keeps nothing for it. */
const remembered = new Map<string, Kept>()

/** One thing at a time is done with what is kept, in the order that it was asked for. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  const mine = last.then(work).catch(() => null)
  last = mine
  return mine
}

/** Browsers keep answers over https and on one's own computer only. */
const canKeep = (): boolean => typeof caches !== 'undefined'
const nameOf = (session: string) => `${SESSION}${session}`
const ofSessions = async () => (await caches.keys()).filter((name) => name.startsWith(SESSION))

/** From now on what is answered is kept for this session, and for no other; null where no session's page is open. */
export function keepFor(session: string | null): void {
  if (session === open) return
  open = session
  remembered.clear()
  if (session !== null && canKeep()) void inTurn(() => begin(nameOf(session)))
}

/** The session that answers are kept for. */
export const keepsFor = (): string | null => open

async function begin(name: string): Promise<void> {
  for (const other of await ofSessions()) if (other !== name) await caches.delete(other)
  await caches.open(name)
}

/** Keeps an answer, once, for as long as the open session's page may need it. */
export async function keepAnswer(address: string, answer: unknown): Promise<void> {
  if (open === null || remembered.get(address)?.answer === answer) return
  const at = new Date()
  remembered.set(address, { answer, at })
  const name = nameOf(open)
  if (canKeep()) await inTurn(() => put(name, address, { answer, at }))
}

/** What was taken away, perhaps by another tab, does not come back. */
async function put(name: string, address: string, { answer, at }: Kept): Promise<void> {
  if (!(await caches.has(name))) return
  const headers = { 'Content-Type': 'application/json', [TIME]: at.toISOString() }
  await (await caches.open(name)).put(address, new Response(JSON.stringify(answer), { headers }))
}

/** What was answered last in the open session; null where nothing was, or too long ago. */
export async function keptAnswer(address: string): Promise<Kept | null> {
  if (open === null) return null
  const here = remembered.get(address)
  if (here || !canKeep()) return here ?? null
  const cacheName = nameOf(open)
  return inTurn(async () => asKept(await caches.match(address, { cacheName })))
}

async function asKept(found: Response | undefined): Promise<Kept | null> {
  return found && !isOld(found) ? { answer: await found.json(), at: timeOf(found) } : null
}

const timeOf = (answer: Response): Date => new Date(answer.headers.get(TIME) ?? 0)
const isOld = (answer: Response): boolean => Date.now() - timeOf(answer).getTime() > IN_BROWSER_MS

/** Nothing of any session is kept any more, as when somebody has signed out. */
export async function forgetKept(): Promise<void> {
  remembered.clear()
  if (canKeep())
    await inTurn(async () => void (await Promise.all((await ofSessions()).map((name) => caches.delete(name)))))
}

/** Takes away what no session's page needs any more. */
export async function forgetOld(): Promise<void> {
  if (canKeep()) await inTurn(async () => void (await Promise.all((await ofSessions()).map(sweep))))
}

async function sweep(name: string): Promise<void> {
  const cache = await caches.open(name)
  const requests = await cache.keys()
  const answers = await Promise.all(requests.map((request) => cache.match(request)))
  const old = requests.filter((_, at) => answers[at] && isOld(answers[at]))
  await Promise.all(old.map((request) => cache.delete(request)))
  if (old.length === requests.length) await caches.delete(name)
}
