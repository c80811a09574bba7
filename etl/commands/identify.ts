import { shownName } from '../check/file-name.ts'
import type { Finding } from '../check/report.ts'
import { type Problem, told } from '../check/rules.ts'
import { type Limits, RefusedFile } from '../read/refused.ts'
import { detectSource } from '../sources/detect.ts'
import type { Source } from '../sources/sources.ts'
import { refusal } from './refusal.ts'

/** A file as it was given on the command line. */
export type IdentifiedFile = {
  path: string
  file: string
  source: Source
  /** From 0. */
  index: number
  /** Which file a finding is about, where there are several. */
  numbered: { file?: number }
}

/** Tells what each file is, or takes the source that was said; a file that is nothing known is found. */
export async function identify(
  paths: string[],
  source: Source | undefined,
  limits: Limits,
  found: (finding: Finding) => void,
): Promise<IdentifiedFile[]> {
  const given: IdentifiedFile[] = []
  for (const [index, path] of paths.entries()) {
    const numbered = paths.length > 1 ? { file: index + 1 } : {}
    const people: Problem[] = []
    try {
      const detected = await detectSource(path, limits, source, (problem) => people.push(problem))
      // Where a person may be in the file it is not read further, so that nothing of it can be repeated.
      if (people.length === 0) given.push({ path, file: shownName(path), source: detected, index, numbered })
      for (const problem of people) found({ ...told(problem), ...numbered })
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error
      found({ ...refusal(error), ...numbered })
    }
  }
  return given
}
