import { z } from 'zod'
import { SheetMapping, WorkbookMapping } from './workbook-mapping.ts'

/** What a cell of the picture of a sheet was taken for. */
const pictureRoles = ['title', 'heading', 'place', 'label', 'value', 'part', 'by-row', 'asked', 'left', 'sum'] as const
export type PictureRole = (typeof pictureRoles)[number]

const Example = z.object({ cell: z.string(), shown: z.string(), stored: z.number().nullable() })

const ColumnAbout = z.object({
  heading: z.string(),
  indicator: z.string().nullable(),
  title: z.string().nullable(),
  indicatorWhy: z.string(),
  sex: z.string().nullable(),
  sexWhy: z.string(),
  period: z.number().nullable(),
  periodWhy: z.string(),
  unit: z.string().nullable(),
  factor: z.number(),
  unitWhy: z.string(),
  examples: z.array(Example),
})
/** How a column was understood, and by what. */
export type ColumnAbout = z.infer<typeof ColumnAbout>

/** What is not read, and why. */
const Left = z.object({
  what: z.enum(['column', 'row']),
  at: z.string(),
  reason: z.string(),
  count: z.number(),
  text: z.string().optional(),
})

const Picture = z.object({
  columns: z.array(z.string()),
  rows: z.array(
    z.object({ row: z.number(), cells: z.array(z.object({ text: z.string(), role: z.enum(pictureRoles) })) }),
  ),
})
export type Picture = z.infer<typeof Picture>

const SheetAbout = z.object({
  header: z.array(z.number()),
  places: z.object({
    column: z.string(),
    by: z.enum(['code', 'name']),
    heading: z.string(),
    filled: z.number(),
    places: z.number(),
    names: z.string().optional(),
    agreeing: z.number(),
    disagreeing: z.number(),
  }),
  columns: z.record(z.string(), ColumnAbout),
  leftOut: z.array(Left),
  /** Columns with texts that may be thousands or decimals. */
  twofold: z.array(z.string()).default([]),
  picture: Picture,
})
/** How a sheet was understood: what `check` says beside its mapping. */
export type SheetAbout = z.infer<typeof SheetAbout>

const UnderstoodSheet = SheetMapping.extend({ about: SheetAbout })
export type UnderstoodSheet = z.infer<typeof UnderstoodSheet>

/** A workbook as `check` understood it. */
export const Understood = z.object({
  sheets: z.array(UnderstoodSheet).min(1),
  /** Whole sheets that are not read. */
  leftOut: z.array(z.object({ at: z.string(), reason: z.string(), count: z.number() })).default([]),
})
export type Understood = z.infer<typeof Understood>

/** The same of a workbook that was handed in, and how one of the same sheets and headings was read before, in this one's years. */
export const UnderstoodUpload = Understood.extend({ remembered: WorkbookMapping.nullable() })
export type UnderstoodUpload = z.infer<typeof UnderstoodUpload>

const Finding = z.object({
  row: z.number().nullable(),
  column: z.string().nullable(),
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
})

/** What `check --json` says of workbooks. */
export const CheckAnswer = z.object({
  ok: z.boolean(),
  findings: z.array(Finding),
  mappings: z.record(z.string(), z.unknown()),
})
export type CheckAnswer = z.infer<typeof CheckAnswer>
