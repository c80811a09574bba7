import { html, type TemplateResult } from 'lit'
import { type Column, type Table, withContent } from '../page/figure-table.ts'

/** The same figures as a chart, as a table with row and column headings. */
export function table(caption: string, whole: Table): TemplateResult {
  const { columns, rows } = withContent(whole)
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption class="visually-hidden">${caption}</caption>
      <thead>
        <tr>${columns.map((column) => html`<th scope="col" class=${align(column)}>${column.label}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map((row) => html`<tr>${row.map((cell, index) => cellOf(cell, index, columns))}</tr>`)}
      </tbody>
    </table>
  </div>`
}

const align = (column: Column | undefined) => (column?.numeric ? 'numeric' : '')

const cellOf = (cell: string, index: number, columns: readonly Column[]) =>
  index === 0
    ? html`<th scope="row" class=${align(columns[0])}>${cell}</th>`
    : html`<td class=${align(columns[index])}>${cell}</td>`
