import { BY_ROW } from '../../../data/model/workbook-mapping.ts'
import { columnLetters } from '../../check/headers.ts'
import { columnOf } from './about.ts'
import type { Teller } from './finding.ts'
import { lastHeaderRow, type Plan, type Wanted } from './wanted.ts'

/** Asks of columns that would become the same figure which one it is, also where they agree; the later is not read until then. */
export function askTwins(plan: Plan, tell: Teller): void {
  const { name: sheet } = plan.understood.table.sheet
  const first = new Map<string, Wanted>()
  plan.wanted = plan.wanted.filter((wanted) => {
    const figure = figureOf(wanted)
    const before = first.get(figure)
    first.set(figure, before ?? wanted)
    if (!before) return true
    const column = columnLetters(wanted.at)
    plan.asked.set(wanted.at, columnOf(wanted, plan))
    tell.error(
      { sheet, row: lastHeaderRow(plan), column },
      'duplicate',
      ...twins(columnLetters(before.at), column, figure),
    )
    return false
  })
}

const figureOf = ({ indicator, period, sex }: Wanted): string =>
  [indicator?.id ?? BY_ROW, period, sex].filter((part) => part !== null).join(', ')

const twins = (before: string, column: string, figure: string): [string, string] => [
  `Kolumnerna ${before} och ${column} är samma siffra (${figure}): vilken gäller? Läs inte den andra (på sidan, eller null i mappningen), eller säg vad den är.`,
  `Columns ${before} and ${column} are the same figure (${figure}): which one holds? Do not read the other (on the page, or null in the mapping), or say what it is.`,
]
