import type { Action } from './action.ts'
import type { Verdict } from './judge.ts'

/** An action as far as its following up goes: when it was decided, and what the release says of it. */
export type Judged = {
  action: Pick<Action, 'due' | 'status' | 'decided'>
  verdict: Pick<Verdict, 'outcome'> | null
  /** The session's day; null where it has none. */
  meetingDate: string | null
  decidedAt: string
}

/** How many actions were decided, and what became of them. */
export type Followed = { decided: number; judged: number; met: number; unmet: number; cannotBeSaid: number }

export function followedUp(actions: readonly Judged[]): Followed {
  const having = (outcome: string) => actions.filter(({ verdict }) => verdict?.outcome === outcome).length
  return {
    decided: actions.length,
    judged: actions.filter(({ verdict }) => verdict !== null).length,
    met: having('met'),
    unmet: having('unmet'),
    cannotBeSaid: having('cannot-be-said'),
  }
}

/** Actions by something of theirs, each kind with what became of it. */
export function followedUpBy<A extends Judged, K extends string | number>(
  actions: readonly A[],
  keyOf: (action: A) => K,
): { key: K; followed: Followed }[] {
  const keys = [...new Set(actions.map(keyOf))]
  return keys.map((key) => ({ key, followed: followedUp(actions.filter((one) => keyOf(one) === key)) }))
}

/** The year in which an action was decided: the session's day, or the day when it was written. */
export const decidedIn = ({ meetingDate, decidedAt }: Judged): number => Number((meetingDate ?? decidedAt).slice(0, 4))

/** What is left to do of an action, from the reader's day. */
export type Turn = 'overdue' | 'soon' | 'later' | 'undated' | 'judged' | 'finished'

const SOON_DAYS = 30
const DAY_MS = 86_400_000

/** @param today `2026-11-30` */
export function turnOf({ action, verdict }: Judged, today: string): Turn {
  if (verdict !== null && action.decided === null && action.status !== 'dropped') return 'judged'
  if (action.status === 'done' || action.status === 'dropped') return 'finished'
  if (action.due === null) return 'undated'
  if (action.due < today) return 'overdue'
  return Date.parse(action.due) - Date.parse(today) <= SOON_DAYS * DAY_MS ? 'soon' : 'later'
}

/** The quarter of a day, 1–4. */
export const quarterOf = (day: string): number => Math.ceil(Number(day.slice(5, 7)) / 3)
