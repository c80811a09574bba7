/** What is said of one stored thing: a file's path, what is wrong with it, and what mends it. */
export type Verdict = {
  file: string
  sound: boolean
  /** What is wrong, in the language of the run; absent where nothing is. */
  fault?: string
  /** What to do about it: a command, or where to get the thing from. */
  mend?: string
}

export const sound = (file: string): Verdict => ({ file, sound: true })

export const damaged = (file: string, fault: string, mend: string): Verdict => ({ file, sound: false, fault, mend })
