import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { DeedName } from '../../data/model/deeds.ts'
import type { Localized } from '../../data/model/localized.ts'
import type { Settings } from '../../data/settings.ts'
import type { Home } from '../../data/store/home.ts'
import type { Workspace, Writing } from '../../data/workspace/workspace.ts'
import type { Address } from '../access/cookie.ts'
import type { Gate } from '../access/guard.ts'
import type { Right } from '../access/rights.ts'
import type { Who } from '../access/who.ts'
import type { Table } from '../formats/table.ts'
import type { Clerk } from '../hand-in/clerk.ts'
import type { Senders } from '../hand-in/senders.ts'
import type { Language } from '../language.ts'
import type { Keeper } from '../release/keeper.ts'
import type { OpenRelease } from '../release/open-release.ts'

/** Who takes in files, and who has them checked and published. */
export type HandIn = { clerk: Clerk; senders: Senders }

export type Method = 'get' | 'post' | 'put' | 'delete'

/** What was done: the answer, and for the audit log to what and with which particulars; never client data or a secret. */
type Done<T> = { answer: T; object?: string; particulars?: object; actor?: string }

/** What an answer may be made from. `release` throws the problem `no-release` where there is none. */
export type Asked<Question, Body = unknown> = {
  question: Question
  /** What was sent, read by the feature's schema. */
  body: Body
  language: Language
  home: Home
  /** Leases releases, for what reads from another than the one in service. */
  keeper: Keeper
  settings: Settings
  /** Who asks; null where the right is `open` and nobody was asked for. */
  who: Who
  gate: Gate
  handIn: HandIn
  /** The workspace. @throws Problem `no-workspace` where it cannot be reached */
  workspace(): Promise<Workspace>
  /**
   * Does the work in one transaction of the workspace and adds the feature's line to the audit log in the same.
   * Only database work belongs inside. @returns the answer
   */
  act<T>(work: (transaction: Writing) => Promise<Done<T>>): Promise<T>
  /** The release in service, or null; for answers that do without one. */
  served: OpenRelease | null
  /** Why that is not the release that should be in service; null where it is. */
  warning: Localized | null
  /** Bytes of answers that are kept, and how many may be. */
  memory: { answers: number; answersLimit: number }
  readonly release: OpenRelease
  /** For cookies and for bodies that are streamed; everything else is above. */
  http: { request: Request; response: Response }
}

/** How an answer is sent that is not JSON: a document, a stream of events, another address. */
type Delivery<A> = {
  mediaType: string
  /** @param address by which the service is reached */
  send(answer: A, response: Response, address: Address): void | Promise<void>
}

/**
 * One resource of the API: its address, who may ask, what may be asked, what is answered, and how the answer becomes a table.
 * Routes, rights, validation, formats, caching, audit and OpenAPI all follow from this object.
 */
export type Feature<P extends z.ZodObject = z.ZodObject, A = unknown, B extends z.ZodType = z.ZodType> = {
  /** Parts in braces, such as `{id}`, are read by the schema of the parameters like the others. */
  path: `/${string}`
  method?: Method
  /** The one right that is asked for before anything else is looked at. */
  right: Right
  summary: Localized
  parameters: P
  /** Schema of the JSON that is sent. */
  body?: B
  /** A body that is not read before the feature does: a file of any size. */
  takesFile?: true
  answer: z.ZodType<A>
  /** What the audit log calls it, as `subject.verb`; null where another table tells it whole. Every method but GET says it. */
  audit?: DeedName | null
  respond(asked: Asked<z.output<P>, z.output<B>>): A | Promise<A>
  deliver?: Delivery<A>
  /**
   * About how many cells the answer has: a large one is made by a thread, which has `release`, `question` and `language` and
   * nothing else. Only for what stands in of-release.ts.
   */
  cells?(question: z.output<P>, release: OpenRelease): number
  /** The same answer as rows, for csv, xlsx, arrow and parquet. */
  table?(answer: A, language: Language): Table
  /** Says how things stand at this moment: no ETag, never kept. */
  momentary?: boolean
  /** Asked by what looks after the service: never waits long for a release that is being opened. */
  isPressing?: boolean
  /** What the answer depends on besides release and question; becomes part of its ETag. */
  edition?(home: Home): string
  /** The one body for every question that cannot be answered; without it, each mistake is explained. */
  refusal?: Localized
}

/** Declares a feature with its types inferred. */
export const feature = <P extends z.ZodObject, A, B extends z.ZodType>(declared: Feature<P, A, B>): Feature<P, A, B> =>
  declared

export const methodOf = ({ method }: Pick<Feature, 'method'>): Method => method ?? 'get'

/** Whether an answer says how things stand at this moment: everything does that does not come out of the release alone. */
export const isMomentary = (feature: Feature): boolean =>
  feature.momentary === true || methodOf(feature) !== 'get' || !['open', 'followup.read'].includes(feature.right)

/** Features by their address, in the order that they first stand in. */
export function byPath(features: readonly Feature[]): Map<string, Feature[]> {
  const there = new Map<string, Feature[]>()
  for (const feature of features) there.set(feature.path, [...(there.get(feature.path) ?? []), feature])
  return there
}
