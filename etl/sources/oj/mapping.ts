import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { directions, kinds } from '../../../data/model/indicator.ts'
import { wholeIndicatorId } from '../../../data/model/indicator-id.ts'
import { say } from '../../language.ts'
import { RefusedFile } from '../../read/refused.ts'

const Column = z.union([
  z.null(),
  z.string().min(1),
  z.strictObject({
    id: z.string().regex(wholeIndicatorId),
    sex: z.enum(['T', 'K', 'M']).optional(),
    period: z.number().int().optional(),
    /** From here on for an indicator that is not in the catalogue. */
    title: z.string().min(1).optional(),
    unit: z.string().min(1).optional(),
    kind: z.enum(kinds).optional(),
    direction: z.enum(directions).optional(),
    area: z.string().optional(),
  }),
])
/** What a column holds: an indicator's id, or more about it; null for nothing that is to be read. */
export type Column = z.infer<typeof Column>

const SheetMapping = z.strictObject({
  sheet: z.string(),
  /** The last row of the header, as a spreadsheet counts. */
  headerRow: z.number().int().positive().optional(),
  period: z.number().int().optional(),
  /** By the column's letter or its heading. */
  columns: z.record(z.string(), Column),
  /** What stands above each column; for the eye only. */
  headings: z.record(z.string(), z.string()).optional(),
})
export type SheetMapping = z.infer<typeof SheetMapping>

const Mapping = z.union([
  z.strictObject({ sheets: z.array(SheetMapping).min(1) }),
  SheetMapping.transform((sheet) => ({ sheets: [sheet] })),
])
/** How the sheets of a workbook are to be read; `check` prints the one that it found in this form. */
export type Mapping = { sheets: SheetMapping[] }

/** Reads a mapping file: one sheet, or `{sheets: […]}`. @throws RefusedFile when it is not one */
export function readMapping(path: string): Mapping {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw unreadable()
  }
  const mapping = Mapping.safeParse(content)
  if (mapping.success) return mapping.data
  const where = mapping.error.issues[0]?.path.join('.') ?? ''
  throw wrong(where)
}

const unreadable = () =>
  new RefusedFile(
    'mapping',
    'Mappningsfilen finns inte eller är inte JSON.',
    'The mapping file does not exist or is not JSON.',
  )

function wrong(where: string): RefusedFile {
  const at = where ? ` (${where})` : ''
  return new RefusedFile(
    'mapping',
    `Mappningen${at} har inte formen {"sheet", "headerRow", "period", "columns": {"C": "indikator"}}.`,
    `The mapping${at} does not have the shape {"sheet", "headerRow", "period", "columns": {"C": "indicator"}}.`,
  )
}

/** The letter of a column, counted from 0. */
export function letterOf(column: number): string {
  const rest = column % 26
  const letter = String.fromCharCode(65 + rest)
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter
}

/** Says that a workbook needs a mapping. */
export const needsMapping = () =>
  say(
    'Rätta mappningen som check skriver ut och ange den med --mapping.',
    'Correct the mapping that check prints and give it with --mapping.',
  )
