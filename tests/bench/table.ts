import { type Absent, isAbsent, type Measured, machine } from './measure.ts'

const HEAD = ['Work', 'Amount', 'Took', 'Against', 'That took', 'Ratio', 'Goal', 'Met']

/** The benchmark as a table in Markdown, with the day and the machine over it. */
export function tableOf(rows: readonly (Measured | Absent)[], measuredOn: string): string {
  const { processor, cores, memoryGiB, node, platform } = machine()
  const lines = [HEAD, HEAD.map(() => '---'), ...rows.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`)
  const where = `${processor}, ${cores} cores, ${memoryGiB} GiB, ${platform}, Node ${node}`
  return [`Measured ${measuredOn} on ${where}.`, '', ...lines].join('\n')
}

function cellsOf(row: Measured | Absent): string[] {
  if (isAbsent(row)) return [row.work, '', 'absent', '', '', '', '', row.absent]
  const { work, amount, milliseconds, unit, against, againstMilliseconds, ratio, goal = '', met } = row
  const written = (value: number) => (unit ? `${value} ${unit}` : timeOf(value))
  const verdict = met === undefined ? '' : met ? 'yes' : 'no'
  return [work, amount, written(milliseconds), against, written(againstMilliseconds), `${ratio}`, goal, verdict]
}

const timeOf = (milliseconds: number) =>
  milliseconds < 10_000 ? `${milliseconds} ms` : `${Math.round(milliseconds / 100) / 10} s`
