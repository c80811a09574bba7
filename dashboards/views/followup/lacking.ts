import { html, type TemplateResult } from 'lit'
import type { Context } from '../../page/view.ts'
import { message } from '../../parts/messages.ts'
import { followupIn } from '../../text/followup/index.ts'
import { choiceLink } from './protection.ts'
import type { Lacking } from './scope.ts'

/** What a page without figures is called. */
export function lackingTitle({ lacks, instrument }: Lacking, { lang }: Context): string {
  const words = followupIn(lang)
  return lacks === 'place' ? words.choosePlaceTitle : words.noneLoadedTitle(instrument.toUpperCase())
}

/** The page without figures: that a place is to be chosen, or that no extract is loaded, and how one is. */
export function lackingPage(lacking: Lacking, context: Context): TemplateResult {
  const words = followupIn(context.lang)
  const title = lackingTitle(lacking, context)
  if (lacking.lacks === 'place') return message(title, words.choosePlaceDetail)
  const next = html`<p>${choiceLink(words.handInExtract, { view: 'lamna-in' }, context)}</p>`
  return message(title, words.noneLoadedDetail(lacking.instrument), next)
}
