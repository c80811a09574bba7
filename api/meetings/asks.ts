import type { BodyOf, Part } from '../../data/model/meetings/part.ts'
import { Problem } from '../problem.ts'

/** What a card asks of protected figures; nothing for a card that shows none. */
export const asksOf = (body: BodyOf<'card'> | null): readonly string[] =>
  body?.content.kind === 'figure' ? body.content.asks : []

/** @throws Problem `not-allowed` for a question that the card, as its viewer sees it, does not ask */
export function refuseUnasked(seen: Part | null, ask: string): void {
  if (seen?.kind === 'card' && asksOf(seen.body).includes(ask)) return
  throw new Problem('not-allowed', {
    sv: 'Kortet visar inte den siffran. Du ser det som mötets kort visar, inget mer.',
    en: "The card does not show that figure. You see what the session's cards show, and nothing else.",
  })
}
