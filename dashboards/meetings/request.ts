import type { Lang } from '../../data/model/numbers.ts'

/** What the service answered; status 0 where it did not. `since`: kept from then, since nobody answers now. */
export type Reply = { status: number; body: Record<string, unknown>; since?: Date }

const BASE = '/api/v1'
/** A save that has no answer by then is sent again: the connection may be dead without having said so. */
const PATIENCE_MS = 10_000

/** Sends something and reads the answer; never throws: a lost connection is an answer of its own. */
export async function request(method: string, resource: string, lang: Lang, body?: unknown): Promise<Reply> {
  const between = resource.includes('?') ? '&' : '?'
  try {
    const response = await fetch(`${BASE}/${resource}${between}lang=${lang}`, {
      method,
      headers: { Accept: 'application/json', ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { status: response.status, body: ((await response.json().catch(() => null)) ?? {}) as Reply['body'] }
  } catch {
    return { status: 0, body: {} }
  }
}

export const isDone = ({ status }: Reply): boolean => status >= 200 && status < 300

/** Nobody answered, or nobody who could: it may be asked again. */
export const isLost = ({ status }: Reply): boolean => status === 0 || status >= 500 || status === 429

/** The reason of a refusal, as the service worded it. */
export const reasonOf = ({ body }: Reply): string => String(body.detail ?? '')
