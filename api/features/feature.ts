import type { z } from 'zod'
import type { Localized } from '../../data/model/localized.ts'
import type { Home } from '../../data/store/home.ts'
import type { Table } from '../formats/table.ts'
import type { Language } from '../language.ts'
import type { OpenRelease } from '../release/open-release.ts'

/** What an answer may be made from. `release` throws the problem `no-release` where there is none. */
type Asked<Question> = {
  question: Question
  language: Language
  home: Home
  /** The release in service, or null; for answers that do without one. */
  served: OpenRelease | null
  /** Why that is not the release that should be in service; null where it is. */
  warning: Localized | null
  readonly release: OpenRelease
}

/**
 * One resource of the API: its address, what may be asked, what is answered, and how the answer becomes a table.
 * Routes, validation, formats, caching and OpenAPI all follow from this object.
 */
export type Feature<P extends z.ZodObject = z.ZodObject, A = unknown> = {
  path: `/${string}`
  summary: Localized
  parameters: P
  answer: z.ZodType<A>
  respond(asked: Asked<z.output<P>>): A | Promise<A>
  /** The same answer as rows, for csv, xlsx, arrow and parquet. */
  table?(answer: A, language: Language): Table
  /** Says how things stand at this moment: no ETag, never kept. */
  momentary?: boolean
  /** What the answer depends on besides release and question; becomes part of its ETag. */
  edition?(home: Home): string
  /** The one body for every question that cannot be answered; without it, each mistake is explained. */
  refusal?: Localized
}

/** Declares a feature with its types inferred. */
export const feature = <P extends z.ZodObject, A>(declared: Feature<P, A>): Feature<P, A> => declared
