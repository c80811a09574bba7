import { z } from 'zod'
import type { Area } from '../model/indicator.ts'
import { type Problem, refuse } from './problem.ts'
import { readTable } from './table.ts'

const FILE = 'other-words.csv'
const rowSchema = z.strictObject({ word: z.string().min(2), area: z.string().min(1), ids: z.array(z.string()) })
type Row = z.infer<typeof rowSchema>

type Known = { id: string; area: string }

/** What people call a thing where the source has another word for it: of some indicators, or of a whole area where none are named. */
export function readOtherWords(
  text: string,
  indicators: readonly Known[],
  areas: readonly Area[],
): ReadonlyMap<string, string[]> {
  const entries = readTable(FILE, text, rowSchema, ['word', 'area', 'ids'], (cells) => ({
    word: cells.word,
    area: cells.area,
    ids: (cells.ids ?? '').split(' ').filter(Boolean),
  }))
  refuse(entries.flatMap(({ row, value }) => problemsOf(row, value, indicators, areas)))
  return new Map(
    indicators.map((one) => [one.id, entries.filter(({ value }) => names(value, one)).map(({ value }) => value.word)]),
  )
}

const names = ({ area, ids }: Row, one: Known) => (ids.length > 0 ? ids.includes(one.id) : area === one.area)

function problemsOf(row: number, { area, ids }: Row, indicators: readonly Known[], areas: readonly Area[]): Problem[] {
  const strange = ids.filter((id) => !indicators.some((one) => one.id === id))
  return [
    ...(areas.some(({ id }) => id === area)
      ? []
      : [{ file: FILE, row, column: 'area', message: `okänt område "${area}"` }]),
    ...strange.map((id) => ({ file: FILE, row, column: 'ids', message: `okänd indikator "${id}"` })),
  ]
}
