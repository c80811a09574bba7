/** One event of a session's stream, as it came. */
export type StreamEvent = { name: 'change' | 'holds' | 'gone'; data: string }
type Told = { event: StreamEvent } | { connected: boolean }
type Listener = {
  event(event: StreamEvent): void
  connected(is: boolean): void
  /** The page is seen again: what happened meanwhile was not told. */
  seenAgain(): void
  cursor(): number
}

const AGAIN_MS = 2000

/**
 * Follows a session while the page is seen: a page that is hidden lets go of the stream, and reads on when it is seen again.
 * @returns how to stop
 */
export function followStream(meeting: string, listener: Listener): () => void {
  let stop: (() => void) | undefined
  const turn = () => {
    const isSeen = document.visibilityState !== 'hidden'
    if (isSeen && !stop) stop = readTogether(meeting, listener)
    else if (!isSeen) {
      stop?.()
      stop = undefined
    }
  }
  const turned = () => {
    turn()
    if (stop) listener.seenAgain()
  }
  document.addEventListener('visibilitychange', turned)
  turn()
  return () => {
    document.removeEventListener('visibilitychange', turned)
    stop?.()
  }
}

/**
 * Reads with one stream for the whole browser: the page that holds the lock reads it and tells the others, since a browser has
 * few connections to one address. When that page closes, another takes over from where it was.
 */
function readTogether(meeting: string, listener: Listener): () => void {
  const channel = new BroadcastChannel(`jamsides-meeting-${meeting}`)
  const stopped = new AbortController()
  channel.onmessage = ({ data }: MessageEvent<Told>) => tell(listener, data)
  const spread = (told: Told) => {
    tell(listener, told)
    channel.postMessage(told)
  }
  const lead = () => readStream(meeting, listener.cursor, spread, stopped.signal)
  // Without locks, as on plain http, each page reads for itself.
  if (navigator.locks) {
    const held = navigator.locks.request(`jamsides-meeting-${meeting}`, { signal: stopped.signal }, lead)
    held.catch(() => {})
  } else void readStream(meeting, listener.cursor, (told) => tell(listener, told), stopped.signal)
  return () => {
    stopped.abort()
    channel.close()
  }
}

function tell(listener: Listener, told: Told): void {
  if ('event' in told) listener.event(told.event)
  else listener.connected(told.connected)
}

/** Reads until it is told to stop; a stream that ends is begun again where it ended. */
function readStream(
  meeting: string,
  cursor: () => number,
  spread: (told: Told) => void,
  stopped: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const begin = () => {
      source = new EventSource(`/api/v1/analysis-sessions/${meeting}/events?cursor=${cursor()}`)
      source.onopen = () => spread({ connected: true })
      for (const name of ['change', 'holds', 'gone'] as const)
        source.addEventListener(name, ({ data }) => spread({ event: { name, data } }))
      source.onerror = () => {
        spread({ connected: false })
        source?.close()
        timer = setTimeout(begin, AGAIN_MS)
      }
    }
    stopped.addEventListener('abort', () => {
      clearTimeout(timer)
      source?.close()
      resolve()
    })
    begin()
  })
}
