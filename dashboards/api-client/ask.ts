import type { Problem } from '../../data/model/answers/problem.ts'
import type { Lang } from '../../data/model/numbers.ts'
import { askedAs, readOwnGroup } from '../../data/model/own-group.ts'
import { keepAnswer, keptAnswer } from '../offline/kept-answers.ts'
import { noteRelease } from './release-change.ts'

const BASE = '/api/v1'

/**
 * Why an answer did not come: `offline` when nobody answered, `closed` when it is only for who has signed in, `outdated` when a part of the page itself was not there any
 * more, else what the problem that was told amounts to.
 */
export class AskError extends Error {
  override name = 'AskError'
  readonly kind: 'offline' | 'closed' | 'refused' | 'unknown' | 'failed' | 'outdated'
  constructor(kind: AskError['kind'], message: string) {
    super(message)
    this.kind = kind
  }
}

type Question = Readonly<Record<string, string | number | null | undefined>>

let frozen: string | null = null

/** Every question from now on is answered from this release; null is the one in service. */
export function readFrom(release: string | null): void {
  frozen = release
}

/** Id of the release that questions are answered from; null for the one in service. */
export const readsFrom = (): string | null => frozen

/** Asks of the release in service whatever the work asks for at once. */
export function ofServed<T>(work: () => T): T {
  const before = frozen
  frozen = null
  try {
    return work()
  } finally {
    frozen = before
  }
}

/** Address of a resource; parameters that are null, undefined or empty are left out. */
export function addressOf(resource: string, question: Question, lang: Lang, format?: string): string {
  return `${BASE}/${questionOf(resource, { ...question, lang, format, release: frozen })}`
}

/** A question as it is written: the resource and what is asked of it. */
function questionOf(resource: string, question: Question): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(question)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, askedAs(String(value)))
  }
  return `${resource}?${query}`
}

/** Another resource that answers a question, by the words of the question; null for the question's own. */
type Instead = (question: string) => string | null

let instead: Instead = () => null
let listener: ((question: string) => void) | null = null

/** Some questions are from now on answered by another resource, as within a session; null for none. */
export function answerInstead(by: Instead | null): void {
  instead = by ?? (() => null)
}

/** The questions that some work asks, in the order that they are first asked, without language and release. */
export async function questionsOf<T>(work: () => Promise<T>): Promise<{ made: T; questions: string[] }> {
  const questions = new Set<string>()
  const before = listener
  listener = (question) => questions.add(question)
  try {
    return { made: await work(), questions: [...questions] }
  } finally {
    listener = before
  }
}

/** Where a question is asked. */
function addressFor(resource: string, question: Question, lang: Lang): string {
  const words = questionOf(resource, question)
  listener?.(words)
  const other = instead(words)
  return other === null ? addressOf(resource, question, lang) : `${BASE}/${questionOf(other, { ask: words, lang })}`
}

const answers = new Map<string, Promise<unknown>>()
const MOST_KEPT = 200

/**
 * Asks the API and keeps the answer: a release never changes, so neither does an answer to the same question.
 * @throws AskError
 */
export function ask<Answer>(resource: string, question: Question, lang: Lang): Promise<Answer> {
  const address = addressFor(resource, question, lang)
  const asked = answers.get(address) ?? fetchJson(address)
  if (!answers.has(address)) remember(address, asked)
  asked.then(
    (answer) => void keepAnswer(address, answer),
    () => {},
  )
  return asked.then((answer) => named(answer as Answer, question))
}

/** The API knows an own group by its members only; the name that its maker gave it comes back here, with the id that has it. */
function named<Answer>(answer: Answer, question: Question): Answer {
  const given = answer as Record<string, unknown>
  const renamed = (['group', 'reference'] as const).flatMap((part) => {
    const id = String(question[part] ?? '')
    const name = readOwnGroup(id)?.name
    const told = given[part]
    return name && told && typeof told === 'object' && 'name' in told ? [[part, { ...told, id, name }]] : []
  })
  return renamed.length > 0 ? { ...answer, ...Object.fromEntries(renamed) } : answer
}

function remember(address: string, asked: Promise<unknown>) {
  answers.set(address, asked)
  asked.catch(() => answers.delete(address))
  const oldest = answers.keys().next().value
  if (answers.size > MOST_KEPT && oldest !== undefined) answers.delete(oldest)
}

/** Forgets every kept answer: a new release is being served. */
export const forgetAnswers = (): void => answers.clear()

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null)
  if (response === null) return answeredBefore(address)
  if (!response.ok) throw await problemOf(response)
  const answer: unknown = await response.json()
  if (frozen === null) noteRelease(answer)
  return answer
}

/** Without contact: what the open session was answered last. @throws AskError */
async function answeredBefore(address: string): Promise<unknown> {
  const kept = await keptAnswer(address)
  if (!kept) throw new AskError('offline', '')
  return kept.answer
}

async function problemOf(response: Response): Promise<AskError> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>
  const told = problem.errors?.map((error) => error.message).join(' ') || problem.detail || ''
  if (response.status === 401) return new AskError('closed', told)
  if (response.status === 404) return new AskError('unknown', told)
  return new AskError(response.status < 500 ? 'refused' : 'failed', told)
}
