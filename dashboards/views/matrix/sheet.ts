/** A3 less its margins, in CSS pixels, and how much of it what stands above and below the table takes. */
const SHEET = { long: 1511, short: 1047 }
const HEADING = 260
/** What the table takes in print before it is scaled, and each row and column more of it. */
const TABLE = { height: 40, width: 430, row: 18.7, column: 46 }
/** Scales in percent that the print style knows. */
const SCALES = [100, 90, 80, 70, 60, 55, 50, 45, 40] as const

/** How the overview is laid on one A3: which way up, and at the largest scale that holds it. */
export function sheetFor(rows: number, columns: number): string {
  const height = TABLE.height + rows * TABLE.row
  const width = TABLE.width + columns * TABLE.column
  const upright = height > width
  const [across, down] = upright ? [SHEET.short, SHEET.long] : [SHEET.long, SHEET.short]
  const fitting = 100 * Math.min(across / width, (down - HEADING) / height)
  const scale = SCALES.find((percent) => percent <= fitting) ?? SCALES.at(-1)!
  return `${upright ? 'tall' : 'wide'} scale-${scale}`
}
