import type { Problem } from '../../data/model/answers/problem.ts'
import type { Lang } from '../../data/model/numbers.ts'
import { AskError } from './ask.ts'

/** Why something was not done: in words, and by field where a field is at fault. */
export class ActError extends AskError {
  override name = 'ActError'
  readonly fields: readonly { path: string; message: string }[]
  constructor(message: string, fields: ActError['fields'] = [], kind: AskError['kind'] = 'refused') {
    super(message === '' ? 'offline' : kind, message)
    this.fields = fields
  }
}

/** Asks for how things stand at this moment, or does something. Nothing of it is kept. @throws ActError */
export async function act<Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  resource: string,
  lang: Lang,
  body?: object,
): Promise<Answer> {
  const sent = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const address = `/api/v1/${resource}${resource.includes('?') ? '&' : '?'}lang=${lang}`
  const response = await fetch(address, { method, ...(body && sent) }).catch(() => null)
  if (!response) throw new ActError('')
  if (response.ok) return (await response.json()) as Answer
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>
  const kind = response.status === 401 ? 'closed' : 'refused'
  throw new ActError(problem.detail ?? '', problem.errors ?? [], kind)
}
