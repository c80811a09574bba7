/** Something wrong in a catalogue file: where it stands (row as a spreadsheet counts it, header = 1) and what it is. */
export interface Problem {
  file: string
  row: number
  column: string
  message: string
}

const shown = 20

/** The catalogue could not be read; the message lists the problems in Swedish, each with file, row and column. */
export class CatalogueError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const lines = problems.slice(0, shown).map((p) => `${p.file}, rad ${p.row}, kolumn ${p.column}: ${p.message}`)
    const rest = problems.length - lines.length
    super(['Katalogen går inte att läsa.', ...lines, ...(rest > 0 ? [`… och ${rest} fel till.`] : [])].join('\n'))
    this.name = 'CatalogueError'
    this.problems = problems
  }
}

export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new CatalogueError(problems)
}
