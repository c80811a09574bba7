import { html, type TemplateResult } from 'lit'
import type { RevisionsAnswer } from '../../../data/model/answers/revisions.ts'
import { writeDate } from '../../../data/model/dates.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { writeBare } from '../../../data/model/numbers.ts'
import { addressOf } from '../../api-client/ask.ts'
import type { Context } from '../../page/view.ts'
import { table } from '../../parts/table.ts'
import { aboutIn } from '../../text/about/index.ts'

type Revision = RevisionsAnswer['revisions'][number]

/** What the sources have changed since it was first loaded, the latest first; the file has all of it. */
export function revisionsSection({ count, revisions }: RevisionsAnswer, context: Context): TemplateResult {
  const words = aboutIn(context.lang).revisions
  if (count === 0) return html`<p>${words.none}</p>`
  return html`<p>${words.lead(count, revisions.length)}</p>
    ${table(words.caption, {
      columns: words.columns.map((label, index) => ({ label, numeric: index >= 2 && index <= 4 })),
      rows: revisions.map((one) => cells(one, context)),
    })}
    <p><a href=${addressOf('revisions', {}, context.lang, 'csv')} download="revisions.csv">${words.all}</a></p>`
}

function cells(one: Revision, { lists, texts, lang }: Context): string[] {
  const about = lists.indicators.get(one.indicator)
  const written = (value: number | null, status: Revision['nowStatus']) =>
    value === null || !about ? missingWord(status, lang) : writeBare(value, about, lang)
  const sex = one.sex === 'T' ? '' : `, ${texts.sexes[one.sex].toLowerCase()}`
  return [
    one.name,
    `${about?.short ?? one.title}${sex}`,
    String(one.period),
    written(one.before, one.beforeStatus),
    written(one.now, one.nowStatus),
    writeDate(one.revisedAt, lang),
  ]
}
