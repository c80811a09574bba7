import { z } from 'zod'
import { directions, kinds } from './indicator.ts'
import { wholeIndicatorId } from './indicator-id.ts'

/** In the place of an indicator: each row says its own. */
export const BY_ROW = '*'

/** What files of the same kind have alike from year to year: their sheets and headings but for the years, which stand apart. */
export interface Shape {
  id: string
  /** The years of sheet names and headings, in the order that they stand. */
  years: number[]
}

const Letter = z.string().regex(/^[A-Z]{1,3}$/)

const Column = z.union([
  z.null(),
  z.string().min(1),
  z.strictObject({
    id: z.union([z.string().regex(wholeIndicatorId), z.literal(BY_ROW)]),
    sex: z.enum(['T', 'K', 'M']).optional(),
    period: z.number().int().optional(),
    /** What the cells are multiplied with, where neither their format nor the heading says their unit: 100 for fractions. */
    factor: z.number().positive().optional(),
    /** What sets off decimals in texts that may be read in two ways: 3.000 is three thousand with a comma, three with a point. */
    decimal: z.enum([',', '.']).optional(),
    /** The columns of the number of answers, of numerator and denominator, of the limits of the 95 % interval. */
    n: Letter.optional(),
    numerator: Letter.optional(),
    denominator: Letter.optional(),
    lower: Letter.optional(),
    upper: Letter.optional(),
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

export const SheetMapping = z.strictObject({
  sheet: z.string(),
  /** The last row of the header, as a spreadsheet counts. */
  headerRow: z.number().int().positive().optional(),
  /** The last row that is read. */
  lastRow: z.number().int().positive().optional(),
  period: z.number().int().optional(),
  /** The columns of codes or names, and where each row says its own indicator, year or sex. */
  places: Letter.optional(),
  indicators: Letter.optional(),
  years: Letter.optional(),
  sexes: Letter.optional(),
  /** What is done where a municipality has several rows, as for its districts: counts can be summed. */
  repeated: z.enum(['sum']).optional(),
  /** By the column's letter or its heading. */
  columns: z.record(z.string(), Column),
  /** What stands above each column; for the eye only. */
  headings: z.record(z.string(), z.string()).optional(),
  /** What was understood, and why; for the eye only. */
  about: z.unknown().optional(),
})
export type SheetMapping = z.infer<typeof SheetMapping>

/** How the sheets of a workbook are to be read, with nothing that is for the eye only. */
export const WorkbookMapping = z.strictObject({ sheets: z.array(SheetMapping).min(1).max(100) })
export type WorkbookMapping = z.infer<typeof WorkbookMapping>

export const Mapping = z.union([
  z.strictObject({
    sheets: z.array(SheetMapping).min(1),
    leftOut: z.unknown().optional(),
    shape: z.unknown().optional(),
  }),
  SheetMapping.transform((sheet) => ({ sheets: [sheet] })),
])
/** How the sheets of a workbook are to be read; `check` prints the one that it found in this form. */
export type Mapping = { sheets: SheetMapping[]; leftOut?: unknown; shape?: unknown }
