let served: string | undefined

/** Sent to the window when an answer comes from another release than the answers before it. */
export const NEW_RELEASE = 'jamsides-release'

/** Notes which release an answer was read from, and tells the page when another one has begun to be served. */
export function noteRelease(answer: unknown): void {
  const release = releaseOf(answer)
  if (release === undefined) return
  const changed = served !== undefined && served !== release
  served = release
  if (changed) window.dispatchEvent(new Event(NEW_RELEASE))
}

/** An answer names its release by its id; the health answer holds more of it. */
function releaseOf(answer: unknown): string | undefined {
  const { release } = answer as { release?: string | { id: string } | null }
  return typeof release === 'string' ? release : release?.id
}
