const WORKER = '/offline.js'
const isOfProgram = (path: string) => path.startsWith('/assets/')

/**
 * Has the browser keep the program as it is loaded now, so that the page can be loaded anew without contact. Browsers allow it
 * over https and on one's own computer; elsewhere the page works on only for as long as it stays open.
 */
export async function keepProgram(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' })
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage(loadedFiles())
}

function loadedFiles(): string[] {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  const own = loaded.filter(({ origin, pathname }) => origin === location.origin && isOfProgram(pathname))
  return [...new Set(own.map(({ pathname }) => pathname))]
}
