import type { Body, PartKind } from '../../data/model/meetings/part.ts'

/** Something that was written here: what stood before, and what stands since; null for nothing. */
type Step = { kind: PartKind; id: string; before: Body | null; after: Body | null }

/** Kinds whose changes a writer may want back; where the one who leads is, or what was answered, is no such thing. */
const KINDS: readonly PartKind[] = ['card', 'note', 'action']
const MOST = 100
/** Saves of one text closer than this are one piece of writing. */
const TOGETHER_MS = 20_000

/** What was written on this page, the latest last, so that it can be taken back in turn. */
export class Steps {
  readonly #steps: (Step & { at: number })[] = []

  get any(): boolean {
    return this.#steps.length > 0
  }

  note(step: Step, now = Date.now()): void {
    if (!KINDS.includes(step.kind)) return
    const last = this.#steps.at(-1)
    const goesOn = last?.id === step.id && step.before !== null && step.after !== null && now - last.at < TOGETHER_MS
    if (goesOn) Object.assign(last, { after: step.after, at: now })
    else this.#steps.push({ ...step, at: now })
    if (this.#steps.length > MOST) this.#steps.shift()
  }

  /** The latest step, which is then no longer here. */
  take(): Step | undefined {
    return this.#steps.pop()
  }
}
