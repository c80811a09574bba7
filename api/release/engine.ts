import type { Column } from '../../data/store/columns.ts'

/** What is bound in a question, by its name. */
export type Bound = Record<string, string | number | null>

/** One connection to a release's tables. Questions are those of data/store/release-questions.ts. */
export type Connection = {
  rows<T>(sql: string, bound?: Bound): Promise<T[]>
  /** Rows whose cells are all numbers, column by column: faster where there are many. */
  each(sql: string, bound: Bound, take: (columns: Column[], row: number) => void): Promise<void>
  /** Stops the question that is under way. */
  interrupt(): void
  close(): void
}

/** What holds a release's tables and answers questions to them: the one seam between the API and a database. */
export type Engine = { connect(): Promise<Connection>; close(): void }
