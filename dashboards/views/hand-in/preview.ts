import { html, nothing, type TemplateResult } from 'lit'
import type { MappingsAnswer } from '../../../data/model/answers/mappings.ts'
import type { Lang } from '../../../data/model/numbers.ts'
import type { UploadPreview, YearPreview } from '../../../data/model/upload.ts'
import type { Context } from '../../page/view.ts'
import { table } from '../../parts/table.ts'
import type { HandInTexts } from '../../text/hand-in/index.ts'
import { figuresPreview } from './figures-preview.ts'

type Format = MappingsAnswer['formats'][number] | undefined
type Told = { format: Format; words: HandInTexts['preview']; lang: Lang }

/** What approving would change: year by year, groups side by side, what would be seen otherwise than now. */
export function preview(
  { emptiesSample, years, figures }: UploadPreview,
  format: Format,
  texts: HandInTexts,
  context: Context,
): TemplateResult {
  const { preview: words } = texts
  const told = { format, words, lang: context.lang }
  return html`<section class="chapter" aria-labelledby="hand-in-preview">
    <h2 id="hand-in-preview">${words.title}</h2>
    ${emptiesSample ? html`<p class="notice" role="note">${words.sample}</p>` : nothing}
    ${figures ? figuresPreview(figures, texts, context) : nothing}
    ${years.length > 0 ? html`<p>${words.lead}</p>${table(`${words.before}, ${words.after}`, yearsTable(years, words))}` : nothing}
    ${years.map((year) => html`${seenOtherwise(year, told)}${sideBySide(year, told)}`)}
  </section>`
}

const shown = (persons: number | null, { few }: Told['words']): string => (persons === null ? few : String(persons))

const yearsTable = (years: YearPreview[], words: Told['words']) => ({
  columns: [
    { label: words.year },
    { label: words.before, numeric: true },
    { label: words.after, numeric: true },
    { label: words.gate },
  ],
  rows: years.map(({ year, before, after, gate }) => [
    String(year),
    shown(before, words),
    shown(after, words),
    words.gates[gate],
  ]),
})

function sideBySide({ year, splits }: YearPreview, told: Told): TemplateResult {
  const { words } = told
  return html`<details><summary>${words.splits}, ${year}</summary>
    ${splits.map(({ column, codes }) => {
      const caption = words.split(year, titleOf(told, column, null))
      return html`<h3>${caption}</h3>${table(caption, {
        columns: [{ label: words.code }, { label: words.before, numeric: true }, { label: words.after, numeric: true }],
        rows: codes.map(({ code, before, after }) => [
          titleOf(told, column, code),
          shown(before, words),
          shown(after, words),
        ]),
      })}`
    })}
  </details>`
}

function seenOtherwise({ year, visibility }: YearPreview, told: Told): TemplateResult | typeof nothing {
  const { words } = told
  if (visibility.length === 0) return nothing
  const rows = visibility.map(({ kind, column, code, before, after }) => [
    column === null
      ? `${kind}: ${words.whole}`
      : `${kind}: ${titleOf(told, column, null)}, ${titleOf(told, column, code)}`,
    words.seen[before],
    words.seen[after],
  ])
  const columns = [{ label: words.group }, { label: words.before }, { label: words.after }]
  return html`<details><summary>${words.visibility}, ${year}</summary>${table(`${words.visibility}, ${year}`, { columns, rows })}</details>`
}

/** Title of a column, or of one of its codes. */
function titleOf({ format, lang }: Told, column: string, code: string | null): string {
  const found = format?.columns.find(({ id }) => id === column)
  if (code === null) return found?.title[lang] ?? column
  return found?.codes.find(({ id }) => id === code)?.title[lang] ?? code
}
