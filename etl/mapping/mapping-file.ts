import { readFileSync, statSync } from 'node:fs'
import { RefusedFile } from '../read/refused.ts'

/** A mapping is written by a person or by `check`: more than this it never is. */
const MOST_BYTES = 4 * 1024 * 1024

/** What a mapping file holds. @throws RefusedFile when it is not there, no ordinary file, too large or no JSON */
export function mappingContent(path: string): unknown {
  try {
    const found = statSync(path)
    if (!found.isFile() || found.size > MOST_BYTES) throw unreadable()
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw unreadable()
  }
}

const unreadable = (): RefusedFile =>
  new RefusedFile(
    'mapping',
    'Mappningsfilen finns inte, är för stor eller är inte JSON.',
    'The mapping file does not exist, is too large or is not JSON.',
  )
