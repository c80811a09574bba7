/** What is kept under a key; null where nothing is, or where the browser does not allow it. */
export function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

/** Keeps a value under a key; false where the browser does not allow it. */
export function store(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Keeps nothing under the key any more, where the browser allows it. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {}
}
