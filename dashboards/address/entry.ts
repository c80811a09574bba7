/**
 * Entries of the browser's history that show what this browser keeps, not what came with a link, carry the number of a step.
 * Without it nobody could tell, after a reload or a step back, whose an older address is.
 */
let current = 0
let highest = 0

/** The step that this entry of the history shows; null where it shows nothing of one's own. */
export const stepOfEntry = (): number | null => (typeof history.state?.own === 'number' ? history.state.own : null)

/** Whether the browser has stepped to another entry of one's own than the page has shown last. */
export const hasStepped = (): boolean => ![null, current].includes(stepOfEntry())

/** The page shows what this browser keeps: the entry says so. */
export function showsOwn(): void {
  current = stepOfEntry() ?? current + 1
  highest = Math.max(highest, current)
  history.replaceState({ ...history.state, own: current }, '')
}

/** From here on it is another step, which the next entry shows. @returns its number, larger than any before */
export function beginStep(): number {
  current = ++highest
  return current
}

/** What a further entry keeps of the one at hand: never a one-time link. */
export const carried = (): { own: number } | null => (stepOfEntry() === null ? null : { own: current })
