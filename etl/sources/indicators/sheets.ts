import { plainName } from '../../check/headers.ts'
import type { Finding } from '../../check/report.ts'
import { shownText } from '../../check/shown-text.ts'
import { say } from '../../language.ts'
import { bestIn, type Table } from '../../read/table.ts'
import type { Reading } from '../reading.ts'
import { likenessToIndicators } from './columns.ts'

/** Says which sheets of the workbook are not read; one with indicators of its own stops the file. */
export function tellOtherSheets({ workbook }: Table, reading: Reading): void {
  for (const [index, { name, rows }] of workbook?.sheets.entries() ?? []) {
    if (index === workbook?.sheet || rows.length === 0) continue
    const { at, score } = bestIn(rows, likenessToIndicators)
    const isCodebook = ['kodbok', 'codebook'].includes(plainName(name)) && score <= NAMED_IN_CODEBOOK
    if (isCodebook) continue
    reading.found(score > 0 && at + 1 < rows.length ? second(name) : leftOut(name))
  }
}

/** A codebook names one column a row. */
const NAMED_IN_CODEBOOK = 1

const second = (name: string): Finding => ({
  row: null,
  column: null,
  rule: 'several-tables',
  severity: 'error',
  message: say(
    `Också bladet "${shownText(name)}" har indikatorer. Samla dem på ett blad, eller lämna in bladen var för sig.`,
    `The sheet "${shownText(name)}" has indicators too. Gather them on one sheet, or submit the sheets one by one.`,
  ),
})

const leftOut = (name: string): Finding => ({
  row: null,
  column: null,
  rule: 'sheet-left-out',
  severity: 'warning',
  message: say(`Bladet "${shownText(name)}" läses inte.`, `The sheet "${shownText(name)}" is not read.`),
})
