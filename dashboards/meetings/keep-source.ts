import type { KeptSource } from '../../data/model/answers/shelf.ts'
import type { Card } from '../../data/model/meetings/card.ts'
import type { Lang } from '../../data/model/numbers.ts'
import type { Source } from '../../data/model/shelf/source.ts'
import { newId } from './new-id.ts'
import { isDone, type Reply, reasonOf, request } from './request.ts'

/** A source as it is written on a page: what is said of it, its own words, and its file where one was chosen. */
export type Written = { source: Source; text: string; file: File | null }
/** `refused`: why nothing, or not all, was taken; empty where no reason came. */
export type Outcome = { state: 'kept' | 'partly' | 'refused'; reason: string }

/**
 * Puts a source on the shelf with its text and its file. What is said of it goes first, so that the rest has a place.
 * @param before the source as it stood when it was read; null where it is new
 */
export async function keepSource(
  id: string,
  written: Written,
  before: KeptSource | null,
  lang: Lang,
): Promise<Outcome> {
  const body = { base: before?.version ?? 0, source: written.source }
  const said = await request('PUT', `shelf/${id}`, lang, body)
  if (!isDone(said)) return { state: 'refused', reason: reasonOf(said) }
  const rest: Reply[] = []
  if (written.text !== '' || (before?.letters ?? 0) > 0) rest.push(await sendBytes(id, 'text', written.text, lang))
  if (written.file) rest.push(await sendBytes(id, 'file', written.file, lang))
  const failed = rest.filter((reply) => !isDone(reply))
  return failed.length === 0
    ? { state: 'kept', reason: '' }
    : { state: 'partly', reason: failed.map(reasonOf).join(' ') }
}

/** A source that was written on a card comes to the shelf as well, where its writer may keep any. @returns the card */
export async function shelved(card: Card, lang: Lang): Promise<Card> {
  const { content } = card
  if (content.kind !== 'source' || content.source !== null) return card
  const { url, year, theme, text } = content
  const source = { title: card.title || text.slice(0, 120) || url, author: '', year, theme, url }
  if (source.title === '') return card
  const id = newId()
  const { state } = await keepSource(id, { source, text, file: null }, null, lang)
  return state === 'refused' ? card : { ...card, content: { ...content, source: id } }
}

/** A file takes the time that it takes: no patience is set. */
async function sendBytes(id: string, what: 'text' | 'file', bytes: string | File, lang: Lang): Promise<Reply> {
  const type = what === 'text' ? 'text/plain; charset=utf-8' : 'application/pdf'
  const sent = { method: 'PUT', headers: { 'Content-Type': type }, body: bytes }
  const response = await fetch(`/api/v1/shelf/${id}/${what}?lang=${lang}`, sent).catch(() => null)
  if (!response) return { status: 0, body: {} }
  return { status: response.status, body: (await response.json().catch(() => ({}))) as Reply['body'] }
}
