import type { Service } from './service.ts'

/** A question that is answered. */
export const RIGHT = { instrument: 'asi', measure: 'alkohol_skattning_grund', places: '0184', periods: '2023' }
/** It with something changed, as the parameters of an address. */
export const question = (changed: Record<string, string>): string => `${new URLSearchParams({ ...RIGHT, ...changed })}`

/** Headers of the moment and of the connection, which tell nothing of the question. */
const FLEETING = ['date', 'etag', 'connection', 'keep-alive']

export type Asked = Partial<{ path: string; method: 'GET' | 'HEAD'; headers: Record<string, string> }>

/** Everything that an answer lets one hear. */
export async function heardFrom(
  service: Service,
  query: string,
  { path = '/aggregate', method = 'GET', headers: sent = {} }: Asked = {},
) {
  const response = await service.get(`${path}?${query}`, sent, method)
  const headers = [...response.headers].filter(([name]) => !FLEETING.includes(name))
  return { status: response.status, headers, body: await response.text() }
}
