import { html, nothing, type TemplateResult } from 'lit'
import type { FiguresPreview } from '../../../data/model/upload.ts'
import type { Context } from '../../page/view.ts'
import { table } from '../../parts/table.ts'
import type { HandInTexts } from '../../text/hand-in/index.ts'
import { workbookIn } from '../../text/workbook/index.ts'

const KINDS = ['added', 'revised', 'removed', 'unchanged'] as const

/** What approving would change of the open figures: how many values of each indicator, and the first that become others. */
export function figuresPreview(
  { indicators, values, years, changes, revisions, leftOut }: FiguresPreview,
  { preview: words }: HandInTexts,
  context: Context,
): TemplateResult {
  const isSame = changes.every(({ added, revised, removed }) => added + revised + removed === 0)
  return html`<p>${words.figures(indicators, values)} ${years.join(', ')}${isSame ? html` <strong>${words.same}</strong>` : nothing}</p>
    ${leftOut.length > 0 ? html`<p class="notice" role="note">${words.leftOut(leftOut.map(({ indicator }) => indicator).join(', '))}</p>` : nothing}
    ${changes.length > 0 ? table(words.changes, changesTable(changes, words)) : nothing}
    ${revisions.length > 0 ? html`<h3>${words.revisions}</h3>${table(words.revisions, revisionsTable(revisions, words, context))}` : nothing}`
}

const changesTable = (changes: FiguresPreview['changes'], words: HandInTexts['preview']) => ({
  columns: [
    { label: words.indicator },
    { label: words.years },
    ...KINDS.map((kind) => ({ label: words.kinds[kind], numeric: true })),
  ],
  rows: changes.map((one) => [
    one.title === one.id ? one.id : `${one.title} (${one.id})`,
    one.years.join(', '),
    ...KINDS.map((kind) => String(one[kind])),
  ]),
})

function revisionsTable(
  revisions: FiguresPreview['revisions'],
  words: HandInTexts['preview'],
  { lang, lists }: Context,
) {
  const shown = (value: number | string | null): string =>
    typeof value === 'number' ? workbookIn(lang).number(value) : words.none
  return {
    columns: [
      { label: words.indicator },
      { label: words.place },
      { label: words.year },
      { label: words.was, numeric: true },
      { label: words.becomes, numeric: true },
    ],
    rows: revisions.map(({ indicator, municipality, period, sex, before, after }) => [
      sex === 'T' ? indicator : `${indicator}, ${words.sexes[sex] ?? sex}`,
      lists.municipalities.get(municipality)?.name ?? municipality,
      String(period),
      shown(before),
      shown(after),
    ]),
  }
}
