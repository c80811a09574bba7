/** A3 less its margins, in CSS pixels, and what a table of one row and column more takes of it in print. */
const SHEET = { long: 1511, short: 1047 }
const ROW = 21.5
const COLUMN = 41
const HEAD = { height: 330, width: 275 }
const SCALES = [100, 80, 65, 50, 40] as const

/** How the overview is laid on one A3: which way up, and at the largest scale in percent that holds it. */
export function sheetFor(rows: number, columns: number): string {
  const height = HEAD.height + rows * ROW
  const width = HEAD.width + columns * COLUMN
  const upright = height > width
  const [across, down] = upright ? [SHEET.short, SHEET.long] : [SHEET.long, SHEET.short]
  const fitting = Math.min(across / width, down / height) * 100
  const scale = SCALES.find((percent) => percent <= fitting) ?? SCALES.at(-1)!
  return `${upright ? 'tall' : 'wide'} scale-${scale}`
}
