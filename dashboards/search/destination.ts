import type { State } from '../address/state.ts'
import type { Option } from '../parts/found-options.ts'

/** A place to go to: what is searched for, and the change of choices that leads there. */
export type Destination = Option & { change: Partial<State> }

/** Something to do on the page. What it answers is said before the box is closed; nothing is said of nothing. */
export type Action = Option & { act: () => Promise<string> | undefined }
