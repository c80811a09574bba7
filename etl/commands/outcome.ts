import type { Settings } from '../../data/settings.ts'
import { type Home, homeAt } from '../../data/store/home.ts'
import { ToldError } from '../../data/told-error.ts'

/** What a command works with. */
export type Context = { home: Home; settings: Settings }

/** What a command did: lines for a person, the same as one object for a program. */
export type Outcome = {
  /** 0 done, 1 the data were refused. */
  exit: 0 | 1
  lines: string[]
  object: object
  /** A file for stdout, in place of lines and object. */
  file?: string | Buffer
  /** The one line on stderr when something was refused. */
  complaint?: string
}

/** The data, or the state of the home, do not allow what was asked (exit 1). */
export class Refusal extends ToldError {
  override name = 'Refusal'
}

/** The command line cannot be understood (exit 2). */
export class WrongUsage extends ToldError {
  override name = 'WrongUsage'
  override readonly isWrongUse = true
}

/** The context of a home folder. */
export function contextOf(settings: Settings): Context {
  return { home: homeAt(settings.JAMSIDES_HOME), settings }
}
