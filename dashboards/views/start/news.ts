import { html, type TemplateResult } from 'lit'
import type { ReleasesAnswer } from '../../../data/model/answers/releases.ts'
import type { RevisionsAnswer } from '../../../data/model/answers/revisions.ts'
import { newsSentences, revisionSentence, revisionsSentence } from '../../../data/model/findings/release.ts'
import { ask } from '../../api-client/ask.ts'
import type { Context } from '../../page/view.ts'
import { link } from '../../parts/link.ts'
import { startIn } from '../../text/start/index.ts'

/** The releases that there are, and what the served one holds of values that their source has changed. */
export type News = { releases: ReleasesAnswer['releases']; revised: RevisionsAnswer; own: RevisionsAnswer | null }

/** Changed values of the own municipality that are told one by one. */
const TOLD = 3

/**
 * What the served release brought.
 * @throws AskError
 */
export async function askNews({ state: { municipality }, lang }: Context): Promise<News> {
  const [{ releases }, revised, own] = await Promise.all([
    ask<ReleasesAnswer>('releases', {}, lang),
    ask<RevisionsAnswer>('revisions', { count: 1 }, lang),
    municipality === '' ? null : ask<RevisionsAnswer>('revisions', { municipality, count: TOLD }, lang),
  ])
  return { releases, revised, own }
}

/** What is new in the release and what was revised, each changed value a way to its comparison. */
export function newsSection({ releases, revised, own }: News, context: Context): TemplateResult {
  const { lang, lists, state } = context
  const texts = startIn(lang)
  const place = lists.municipalities.get(state.municipality)?.name ?? ''
  return html`<section class="found news">
    <h2>${texts.news}</h2>
    ${sentencesOn(releases, context).map((sentence) => html`<p>${sentence}</p>`)}
    <p>${revisionsSentence(own?.count ?? null, revised.count, place, lang)}</p>
    ${own && own.count > 0 ? html`<ul>${own.revisions.map((one) => item(one, context))}</ul>` : ''}
  </section>`
}

function sentencesOn(releases: News['releases'], { lang }: Context): string[] {
  const texts = startIn(lang)
  const inOrder = [...releases].sort((a, b) => (a.builtAt < b.builtAt ? 1 : -1))
  const at = inOrder.findIndex(({ current }) => current)
  const served = inOrder[at]
  if (!served) return []
  const before = inOrder[at + 1] ?? null
  const news = newsSentences(served, before, lang)
  if (before === null) return [texts.first, ...news]
  return news.length > 0 ? news : [texts.noNews]
}

function item(revision: RevisionsAnswer['revisions'][number], context: Context): TemplateResult {
  const { indicator, period, title } = revision
  const about = context.lists.indicators.get(indicator) ?? { short: title, decimals: 1 }
  const change = { view: 'compare', indicator, period: String(period) }
  return html`<li>${link(revisionSentence(revision, about, context.lang), change, context)}</li>`
}
