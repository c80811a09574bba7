import { html, type TemplateResult } from 'lit'
import type { PlacematAnswer } from '../../../data/model/answers/meetings.ts'
import { writeDate } from '../../../data/model/dates.ts'
import { readFrom } from '../../api-client/ask.ts'
import { fetchLists } from '../../api-client/lists.ts'
import { isDone, reasonOf, request } from '../../meetings/request.ts'
import type { Context } from '../../page/view.ts'
import { meetingsIn } from '../../text/meetings/index.ts'
import { type Laid, laidFor, placematSheet } from './placemat.ts'

/** A placemat that was sent beforehand, read by whoever has its link. */
export type SentPlacemat = { kind: 'mat'; mat: PlacematAnswer; name: string; figures: Laid[] }

/** @returns why it cannot be read, where it cannot */
export async function readPlacemat(
  code: string,
  { lang }: Context,
): Promise<SentPlacemat | { kind: 'closed'; reason: string; waiting: number }> {
  const reply = await request('POST', 'analysis-sessions/placemat', lang, { code })
  if (!isDone(reply)) return { kind: 'closed', reason: reasonOf(reply), waiting: 0 }
  const mat = reply.body as unknown as PlacematAnswer
  readFrom(mat.release)
  const { municipalities } = await fetchLists(lang)
  const figures = await laidFor(mat.municipality, mat, lang)
  return { kind: 'mat', mat, name: municipalities.get(mat.municipality)?.name ?? '', figures }
}

export function sentPlacemat({ mat, name, figures }: SentPlacemat, { lang }: Context): TemplateResult {
  const words = meetingsIn(lang)
  return html`<header class="finding on-screen">
      <h1 tabindex="-1">${mat.title}</h1>
      <p>${mat.date ? writeDate(mat.date, lang) : words.noDate}. ${words.placemat.beforehand}</p>
    </header>
    <p class="buttons on-screen"><button class="button quiet" @click=${() => window.print()}>${words.placemat.print}</button></p>
    ${placematSheet(name, figures, mat, lang)}`
}
