import { html, type TemplateResult } from 'lit'
import type { ReleasesAnswer } from '../../../data/model/answers/releases.ts'
import { writeDate } from '../../../data/model/dates.ts'
import { writeNumber } from '../../../data/model/numbers.ts'
import type { Context } from '../../page/view.ts'
import { link } from '../../parts/link.ts'
import { table } from '../../parts/table.ts'
import { aboutIn } from '../../text/about/index.ts'

type Release = ReleasesAnswer['releases'][number]

/** What the served release was built from, and which others there are. */
export function sourcesSection(releases: readonly Release[], context: Context): TemplateResult {
  const { lang, texts } = context
  const words = aboutIn(lang).sources
  const served = releases.find(({ current }) => current)
  if (!served) return html``
  const others = releases.filter((release) => release !== served)
  return html`<p>${words.lead(served.id, writeDate(served.builtAt, lang))}</p>
    ${table(words.caption, {
      columns: words.columns.map((label, index) => ({ label, numeric: index === 2 })),
      rows: served.sources.map(({ source, loadedAt, rows, file }) => [
        words.names[source] ?? source,
        writeDate(loadedAt, lang),
        rows === null ? words.notTold : writeNumber(rows, 0, lang),
        file ?? '',
      ]),
    })}
    ${served.sources.some(({ rows }) => rows === null) ? html`<p>${words.whyNotTold}</p>` : ''}
    ${others.length > 0 ? earlier(others, words, lang) : ''}
    <p>${link(texts.work['lamna-in'], { view: 'lamna-in' }, context)}</p>`
}

const earlier = (others: readonly Release[], words: ReturnType<typeof aboutIn>['sources'], lang: Context['lang']) =>
  html`<details class="why">
    <summary>${words.earlier(others.length)}</summary>
    <ul>
      ${others.map(({ id, builtAt }) => html`<li>${words.release(id, writeDate(builtAt, lang))}</li>`)}
    </ul>
  </details>`
