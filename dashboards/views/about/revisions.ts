import { html, type TemplateResult } from 'lit'
import type { RevisionsAnswer } from '../../../data/model/answers/revisions.ts'
import { writeDate } from '../../../data/model/dates.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { sexOf } from '../../../data/model/findings/whom.ts'
import { writeBare } from '../../../data/model/numbers.ts'
import { addressOf } from '../../api-client/ask.ts'
import type { Context } from '../../page/view.ts'
import { select } from '../../parts/select.ts'
import { table } from '../../parts/table.ts'
import { aboutIn } from '../../text/about/index.ts'

type Revision = RevisionsAnswer['revisions'][number]

/** Which revisions the page is asked to show. */
export const revisionsAsked = ({ state }: Context) => ({
  since: state.since,
  indicator: state.revised,
  municipality: state.only === 'own' ? state.municipality : '',
})

/** What the sources have changed since the last release or ever, and what that did to one's place; the files have all of it. */
export function revisionsSection(answer: RevisionsAnswer, context: Context): TemplateResult {
  const words = aboutIn(context.lang).revisions
  const { count, revisions } = answer
  return html`<p>${leadOf(answer, context)}</p>
    ${filters(answer, context)} ${placesMoved(answer, context)}
    ${
      count === 0
        ? ''
        : html`${table(words.caption, {
            columns: words.columns.map((label, index) => ({ label, numeric: index >= 2 && index <= 4 })),
            rows: revisions.map((one) => cells(one, context)),
          })}
            <p>${words.all} ${fileLink('xlsx', 'Excel', context)} ${fileLink('csv', 'CSV', context)}</p>`
    }`
}

function leadOf({ count, revisions, since }: RevisionsAnswer, { lang, state }: Context): string {
  const words = aboutIn(lang).revisions
  const when =
    state.since === 'first'
      ? words.sinceFirst
      : since === null
        ? words.noneBefore
        : words.sinceRelease(writeDate(since.builtAt, lang))
  return count === 0 ? words.none(when) : words.lead(count, revisions.length, when)
}

/** Since when, of which indicator, and whether only the own municipality's. */
function filters({ indicators }: RevisionsAnswer, context: Context): TemplateResult {
  const { state, lists, go, lang } = context
  const words = aboutIn(lang).revisions
  const known = indicators.map((id) => ({ value: id, label: lists.indicators.get(id)?.short ?? id }))
  const own = lists.municipalities.get(state.municipality)
  return html`<div class="choosers">
    ${select({
      name: 'since',
      label: words.since,
      value: state.since,
      options: [
        { value: 'release', label: words.sinceLast },
        { value: 'first', label: words.sinceLoaded },
      ],
      choose: (since) => go({ since, at: 'revisions' }),
    })}
    ${select({
      name: 'revised',
      label: words.indicator,
      value: state.revised,
      options: [{ value: '', label: words.allIndicators }, ...known],
      choose: (revised) => go({ revised, at: 'revisions' }),
    })}
    ${
      own
        ? select({
            name: 'only',
            label: words.whose,
            value: state.only === 'own' ? 'own' : '',
            options: [
              { value: '', label: words.everybodys },
              { value: 'own', label: own.name },
            ],
            choose: (only) => go({ only, at: 'revisions' }),
          })
        : ''
    }
  </div>`
}

/** Where the own municipality stands now and stood before, whoever was revised. */
function placesMoved({ places, count }: RevisionsAnswer, context: Context): TemplateResult | string {
  const { lists, state, lang } = context
  const words = aboutIn(lang).revisions
  const own = lists.municipalities.get(state.municipality)?.name
  if (!own || count + places.length === 0) return ''
  if (places.length === 0) return html`<p>${words.noMove(own)}</p>`
  const place = ({ rank, of }: (typeof places)[number]['now']) => (rank === null ? '–' : `${rank}/${of}`)
  return table(words.moved(own), {
    columns: words.movedColumns.map((label, index) => ({ label, numeric: index > 0 })),
    rows: places.map((one) => [nameOf(one, context), String(one.period), place(one.before), place(one.now)]),
  })
}

/** The indicator and, where it is one, the sex. */
function nameOf({ indicator, title, sex }: Pick<Revision, 'indicator' | 'title' | 'sex'>, { lists, lang }: Context) {
  const about = lists.indicators.get(indicator)
  return [about?.short ?? title, sexOf({ sex, about }, lang)].filter(Boolean).join(', ')
}

const fileLink = (format: 'csv' | 'xlsx', label: string, context: Context) =>
  html`<a href=${addressOf('revisions', { ...revisionsAsked(context), count: 100_000 }, context.lang, format)} download=${`revisions.${format}`}>${label}</a>`

function cells(one: Revision, context: Context): string[] {
  const { lists, lang } = context
  const about = lists.indicators.get(one.indicator)
  const written = (value: number | null, status: Revision['nowStatus']) =>
    value === null || !about ? missingWord(status, lang) : writeBare(value, about, lang)
  return [
    one.name,
    nameOf(one, context),
    String(one.period),
    written(one.before, one.beforeStatus),
    written(one.now, one.nowStatus),
    writeDate(one.revisedAt, lang),
  ]
}
