import { z } from 'zod'

/** Longer runs of digits, whatever stands between them, have no place in a heading or a code. */
const MANY_DIGITS = /\d(?:[\s._/+-]?\d){5,}/

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !MANY_DIGITS.test(text) && !text.includes('@'), 'digits')

/** What stands above a column in the municipality's own file. */
const Heading = words(120).refine((text) => text !== '', 'empty')
/** A code as the municipality's own file writes it; empty for cells that are empty there. */
const ForeignCode = words(80)
/** A code or number of the extract's format, `X` not answered, `N` not applicable. */
const Code = words(40).refine((text) => text !== '', 'empty')

/** Whole numbers from `atLeast` to `atMost`, both included; no upper end without `atMost`. */
const NumberClass = z.strictObject({ atLeast: z.number(), atMost: z.number().optional(), code: Code })

const two = <T extends z.ZodType>(of: T) => z.tuple([of, of])

const ColumnSource = z.union([
  z.strictObject({ from: Heading }),
  z.strictObject({ from: Heading, codes: z.record(ForeignCode, Code) }),
  z.strictObject({ from: Heading, classes: z.array(NumberClass).min(1).max(60) }),
  /** Year and month, for the column `manad`. */
  z.strictObject({ from: two(Heading) }),
  z.strictObject({
    from: two(Heading),
    codes: z.array(z.strictObject({ when: two(ForeignCode), code: Code })).max(400),
  }),
  /** The same for every row. */
  z.strictObject({ constant: Code }),
])
/** Where a column of the extract's format comes from in the municipality's own file. */
export type ColumnSource = z.infer<typeof ColumnSource>

/**
 * How a municipality's own file is read as an extract of ASI or UBU: headings and codes only, nothing of any row, so
 * that another municipality with the same case system can take it over. Keyed by the format's own columns.
 */
export const ExtractMapping = z.strictObject({
  instrument: z.enum(['asi', 'ubu']),
  /** The case system that such files come from, in the municipality's words. */
  system: words(60).optional(),
  columns: z.record(z.string().max(60), ColumnSource),
  /** Headings of the file that are not taken in. What could point out a person cannot be left out: it is refused. */
  leftOut: z.array(Heading).max(500).default([]),
})
export type ExtractMapping = z.infer<typeof ExtractMapping>

/** The headings that a column is made from. */
export function headingsOf(source: ColumnSource): string[] {
  if ('constant' in source) return []
  return typeof source.from === 'string' ? [source.from] : source.from
}
