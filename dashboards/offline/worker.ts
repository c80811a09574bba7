/**
 * The worker through which a session's page is loaded anew where nobody answers. It keeps the program and never an answer of the
 * service. Who is answered gets what was answered: the program that is kept is given only where nothing came, and is thrown
 * away as soon as another one is seen to be served. Imports nothing: a browser takes it as one file.
 */
type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Told = Lasting & { data: unknown }
type Asked = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }
type Scope = {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate', heard: (event: Lasting) => void): void
  addEventListener(name: 'message', heard: (event: Told) => void): void
  addEventListener(name: 'fetch', heard: (event: Asked) => void): void
}

export {}

const worker = self as unknown as Scope
const KEPT = 'jamsides-program'
const PAGE = '/'
/** What a proxy says when it finds nobody behind it. */
const NOBODY = [502, 503, 504]

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => event.waitUntil(keep(event.data as string[])))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (request.method !== 'GET') return
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(page(request, event))
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request, event))
})

/** Keeps the page and the files that it has loaded, where they are of one program. */
async function keep(files: readonly string[]): Promise<void> {
  const cache = await caches.open(KEPT)
  const page = await fetch(PAGE, { cache: 'no-cache' }).catch(() => null)
  if (!page?.ok) return
  await dropAnother(page.clone())
  const named = (await page.clone().text()).match(/\/assets\/[^"]+/g) ?? []
  if (!named.every((file) => files.includes(file))) return
  const lacking = []
  for (const file of files) if (!(await cache.match(file))) lacking.push(file)
  await cache.addAll(lacking)
  await cache.put(PAGE, page)
}

async function page(request: Request, event: Lasting): Promise<Response> {
  const answer = await fetch(request).catch(() => null)
  if (answer?.ok) event.waitUntil(dropAnother(answer.clone()))
  return orKept(PAGE, answer)
}

async function file(request: Request, event: Lasting): Promise<Response> {
  const answer = await fetch(request).catch(() => null)
  if (answer?.ok) event.waitUntil(goOn(request, answer.clone()))
  return orKept(request, answer)
}

async function orKept(asked: RequestInfo, answer: Response | null): Promise<Response> {
  const isAnswered = answer !== null && !NOBODY.includes(answer.status)
  return (isAnswered ? answer : await caches.match(asked, { cacheName: KEPT })) ?? answer ?? Response.error()
}

/** Another page than the one that is kept belongs to another program: nothing of the old one is given any more. */
async function dropAnother(served: Response): Promise<void> {
  const kept = await caches.match(PAGE, { cacheName: KEPT })
  if (kept && (await kept.text()) !== (await served.text())) await caches.delete(KEPT)
}

/** A part of the program that is asked for later is kept beside the rest. */
async function goOn(request: Request, answer: Response): Promise<void> {
  if (await caches.match(PAGE, { cacheName: KEPT })) await (await caches.open(KEPT)).put(request, answer)
}
