import type { ColumnSource, ExtractMapping } from '../model/extract-mapping.ts'
import type { Category, Column, Instrument } from './definition.ts'
import { inWords } from './definition.ts'

/** Something in a mapping that the format of the extract does not allow: where, and what. */
export type MappingMistake = { path: string; message: ReturnType<typeof inWords> }

/** What a mapping asks for and the instrument does not have. An empty list: it can be used. */
export function mistakesIn(mapping: ExtractMapping, instrument: Instrument): MappingMistake[] {
  const known = new Map(instrument.columns.map((column) => [column.id, column]))
  return Object.entries(mapping.columns).flatMap(([id, source]) => {
    const column = known.get(id)
    return column
      ? mistakesInColumn(column, source)
      : [at(id, inWords('finns inte i formatet', 'is not in the format'))]
  })
}

const at = (column: string, message: MappingMistake['message']): MappingMistake => ({
  path: `columns.${column}`,
  message,
})

function mistakesInColumn(column: Column, source: ColumnSource): MappingMistake[] {
  if (!isAllowedFor(column, source)) return [at(column.id, NOT_SO)]
  return codesIn(source)
    .filter((code) => !isCodeOf(column, code))
    .map(() => at(column.id, inWords('en kod finns inte i formatet', 'a code is not in the format')))
}

const NOT_SO = inWords('kan inte tas fram på det sättet', 'cannot be made in that way')

/** A pseudonym is taken as it is; a month as it is, or from year and month; classes become codes. */
function isAllowedFor({ content: { kind } }: Column, source: ColumnSource): boolean {
  if ('constant' in source) return kind === 'code' || kind === 'municipality'
  if ('classes' in source) return kind === 'code'
  if ('codes' in source) return kind !== 'pseudonym' && kind !== 'month'
  return typeof source.from === 'string' || kind === 'month'
}

function codesIn(source: ColumnSource): string[] {
  if ('constant' in source) return [source.constant]
  if ('classes' in source) return source.classes.map(({ code }) => code)
  if (!('codes' in source)) return []
  return Array.isArray(source.codes) ? source.codes.map(({ code }) => code) : Object.values(source.codes)
}

function isCodeOf({ content, required }: Column, code: string): boolean {
  if (/^[xn]$/i.test(code)) return !required
  if (content.kind === 'code') return content.codes.some(({ id }) => id === code)
  if (content.kind === 'municipality') return /^\d{4}$/.test(code)
  if (content.kind !== 'whole' && content.kind !== 'amount') return false
  const number = Number(code.replace(',', '.'))
  return number >= content.min && number <= content.max && (content.kind === 'amount' || Number.isInteger(number))
}

/** Number classes out of codes that are written as such: `18-24`, `65+`. Null where they are not. */
export function classesOf(codes: readonly Category[]) {
  const classes = codes.flatMap(({ id }) => {
    const found = /^(\d{1,3})(?:-(\d{1,3})|\+)$/.exec(id)
    if (!found) return []
    return [{ atLeast: Number(found[1]), ...(found[2] && { atMost: Number(found[2]) }), code: id }]
  })
  return classes.length > 0 && classes.length === codes.length ? classes : null
}
