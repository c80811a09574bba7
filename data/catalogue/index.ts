import { readFileSync } from 'node:fs'
import { buildCatalogue, type Catalogue, type CatalogueTexts, fileNames } from './build.ts'

let read: Catalogue | undefined

/** The reviewed catalogue, read and checked at the first call. Throws a CatalogueError where a file is wrong. */
export function catalogue(): Catalogue {
  read ??= buildCatalogue(readTexts())
  return read
}

/** The catalogue's files as they stand. */
export function readTexts(): CatalogueTexts {
  return Object.fromEntries(
    fileNames.map((name) => [name, readFileSync(new URL(name, import.meta.url), 'utf8')]),
  ) as CatalogueTexts
}
