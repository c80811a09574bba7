import type { Column, SheetMapping } from '../../../data/model/workbook-mapping.ts'

/** What is chosen for a column on the page; texts as they stand in the fields, empty where nothing is said. */
export type Choice = {
  read: boolean
  id: string
  title: string
  sex: string
  period: string
  factor: string
  decimal: string
}

/** The fields of a column as its mapping has it. */
export function choiceOf(column: Column): Choice {
  const { id, title, sex, period, factor, decimal } = detailed(column)
  return {
    read: column !== null,
    id: id ?? '',
    title: title ?? '',
    sex: sex ?? '',
    period: period === undefined ? '' : String(period),
    factor: factor === undefined ? '' : String(factor),
    decimal: decimal ?? '',
  }
}

type Detailed = Partial<Exclude<Column, null | string>>
const detailed = (column: Column): Detailed =>
  column === null ? {} : typeof column === 'string' ? { id: column } : column

/** The mapping of a column as it was corrected; what the page does not show of it stays. Null where nothing is to be read. */
export function columnOf({ read, id, title, sex, period, factor, decimal }: Choice, before: Column): Column {
  if (!read || id.trim() === '') return null
  const { id: _, title: __, sex: ___, period: ____, factor: _____, decimal: ______, ...rest } = detailed(before)
  return {
    ...rest,
    id: id.trim(),
    ...(title.trim() !== '' && { title: title.trim() }),
    ...((sex === 'T' || sex === 'K' || sex === 'M') && { sex }),
    ...(/^\d{4}$/.test(period) && { period: Number(period) }),
    ...(Number(factor) > 0 && { factor: Number(factor) }),
    ...((decimal === ',' || decimal === '.') && { decimal }),
  }
}

/** A sheet's mapping with one column corrected; without what was only for the eye. */
export const withColumn = (sheet: SheetMapping, letter: string, column: Column): SheetMapping => ({
  ...sheet,
  columns: { ...sheet.columns, [letter]: column },
})

/** A sheet's mapping with the year of the columns that name none. */
export function withYear({ period: _, ...sheet }: SheetMapping, period: number | undefined): SheetMapping {
  return { ...sheet, ...(period !== undefined && { period }) }
}

/** The mapping to be given back with `--mapping`. */
export const mappingToKeep = (sheets: readonly SheetMapping[]): { sheets: SheetMapping[] } => ({
  sheets: sheets.map(({ about: _, headings: __, ...sheet }) => sheet),
})
