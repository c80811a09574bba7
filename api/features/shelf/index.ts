import type { Feature } from '../feature.ts'
import { putFile, putText, sourceFile } from './files.ts'
import { deleteSource, putSource, shelf, source } from './sources.ts'

/** Everything about the knowledge shelf. */
export const shelfFeatures = [
  shelf,
  source,
  putSource,
  putText,
  putFile,
  sourceFile,
  deleteSource,
] as unknown as readonly Feature[]
