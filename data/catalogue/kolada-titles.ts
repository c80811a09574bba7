import { readFileSync } from 'node:fs'
import { wholeIndicatorId } from '../model/indicator-id.ts'
import { CatalogueError } from './problem.ts'

const FILE = 'kolada-titles.csv'

/** An indicator that Kolada has, by its own title. */
type KoladaTitle = { id: string; title: string }

let read: readonly KoladaTitle[] | undefined

/** Every indicator that Kolada had on 30 November 2026, in order of id: to say that one exists which is not loaded. */
export function koladaTitles(): readonly KoladaTitle[] {
  read ??= readTitles(readFileSync(new URL(FILE, import.meta.url), 'utf8'))
  return read
}

/** @throws CatalogueError naming every line that is not `id;title`, or names an indicator twice */
export function readTitles(text: string): KoladaTitle[] {
  const [head, ...lines] = text.trimEnd().split(/\r?\n/)
  const titles = lines.map((line) => {
    const at = line.indexOf(';')
    return { id: line.slice(0, at), title: line.slice(at + 1).trim() }
  })
  const seen = new Set<string>()
  const problems = titles.flatMap(({ id, title }, index) => {
    const isWrong = !wholeIndicatorId.test(id) || title === '' || seen.has(id)
    seen.add(id)
    return isWrong
      ? [{ file: FILE, row: index + 2, column: 'id', message: `ska vara id;titel, ett id en gång: "${id}"` }]
      : []
  })
  if (head !== 'id;title' || problems.length > 0) throw new CatalogueError(problems)
  return titles
}
