import { html, type TemplateResult } from 'lit'
import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { writeBare } from '../../../data/model/numbers.ts'
import { bandKey, bandMark, bandWord } from '../../charts/bands.ts'
import { addressOf } from '../../client.ts'
import { follow } from '../../parts/link.ts'
import { methodLinks } from '../../parts/method-link.ts'
import type { Context } from '../view.ts'
import { walkCells } from './cells.ts'
import { orderedRows } from './order.ts'
import { sheetFor } from './sheet.ts'

type Row = MatrixAnswer['rows'][number]
type Names = ReadonlyMap<string, string>

/** Indicators down, municipalities across, each cell its value, sign and wash of colour. */
export function grid(answer: MatrixAnswer, names: Names, context: Context): TemplateResult {
  const { texts, state, foundation } = context
  const group = foundation.groups.get(state.group)?.name ?? ''
  const area = foundation.areas.get(state.area)?.name ?? texts.choose.allAreas
  const bands = answer.rows.flatMap((row) => row.cells.filter((cell) => cell.value !== null).map((cell) => cell.band))
  return html`<figure class=${`matrix ${sheetFor(answer.rows.length, answer.columns.length)}`} id="oversikt">
    <figcaption>
      <h2>${texts.matrix.caption(group, area)}</h2>
      <p class="subtitle">${bandKey(bands, texts)} · ${texts.matrix.moving}</p>
    </figcaption>
    <div class="matrix-scroll">
      <table role="grid" aria-label=${texts.matrix.caption(group, area)} @keydown=${walkCells} @focusin=${walkCells}>
        <thead>
          <tr>
            <th scope="col" class="corner" aria-sort=${state.sort === '' ? 'ascending' : 'none'}>
              ${sortButton('', texts.columns.indicator, texts.matrix.byArea, context)}
            </th>
            ${answer.columns.map((code) => columnHead(code, names.get(code) ?? code, context))}
          </tr>
        </thead>
        <tbody>
          ${orderedRows(answer, state.sort).map((row, index) => rowOf(row, index, names, context))}
        </tbody>
      </table>
    </div>
    <footer>
      <p class="sources">
        ${answer.sample ? texts.figure.sampleSource : texts.figure.source(answer.source)} ·
        ${texts.figure.ownProcessing(texts.figure.processed.bands)} ${methodLinks(['band', 'rank', 'trend'], context)}
      </p>
      <p class="actions">${saved('xlsx', context)} ${saved('csv', context)}</p>
    </footer>
  </figure>`
}

/** The whole table as a file, made by the API. */
function saved(format: 'csv' | 'xlsx', { state, lang, texts }: Context): TemplateResult {
  const question = {
    group: state.group,
    area: state.area === 'all' ? '' : state.area,
    period: state.period,
    sex: state.sex,
  }
  const file = `oversikt-${state.group}-${state.area}.${format}`
  return html`<a href=${addressOf('matrix', question, lang, format)} download=${file}>${texts.figure.saveAs[format]}</a>`
}

function columnHead(code: string, name: string, context: Context): TemplateResult {
  const { state, texts } = context
  const down = state.sort === `-${code}`
  const sorted = down ? 'descending' : 'ascending'
  const next = state.sort === code ? `-${code}` : code
  return html`<th
    scope="col"
    class=${code === state.municipality ? 'own' : ''}
    aria-sort=${down || state.sort === code ? sorted : 'none'}
  >
    ${sortButton(next, name, texts.matrix.sortBy(name), context)}
  </th>`
}

const sortButton = (sort: string, label: string, title: string, { go }: Context) =>
  html`<button title=${title} @click=${() => go({ sort })}><span>${label}</span></button>`

function rowOf(row: Row, index: number, names: Names, context: Context): TemplateResult {
  return html`<tr>
    <th scope="row">
      ${row.about.short} <small>${row.about.unit}${row.period === null ? '' : `, ${row.period}`}</small>
    </th>
    ${row.cells.map((cell, column) => cellOf(row, cell, index + column === 0, names, context))}
  </tr>`
}

function cellOf(row: Row, cell: Row['cells'][number], first: boolean, names: Names, context: Context): TemplateResult {
  const { lang, texts, state, href } = context
  const name = names.get(cell.municipality) ?? cell.municipality
  const mark = bandMark(cell.band)
  const value = cell.value === null ? missingWord(cell.status, lang) : writeBare(cell.value, row.about, lang)
  const change = { view: 'compare', indicator: row.indicator, municipality: cell.municipality }
  const trend = cell.trend === null || cell.trend === 'none' ? '' : `, ${texts.matrix.trends[cell.trend]}`
  const spoken = texts.matrix.cell(name, row.about.short, value, bandWord(cell.band, cell.value, texts)) + trend
  const kind = cell.value === null ? 'missing' : mark.name
  return html`<td class=${`cell ${kind} ${cell.municipality === state.municipality ? 'own' : ''}`}>
    <a
      href=${href(change)}
      tabindex=${first ? 0 : -1}
      aria-label=${spoken}
      @click=${follow(change, context)}
      ><span class="moving" aria-hidden="true">${arrowOf(cell, row)}</span>${cell.value === null ? '–' : value}<span class="sign" aria-hidden="true"
        >${cell.value === null || cell.band === 'middle' ? '' : mark.sign}</span
      ></a
    >
  </td>`
}

/** Up or down where the change of five years is more than chance. */
function arrowOf({ trend }: Row['cells'][number], { about }: Row): string {
  if (trend === null || trend === 'none') return ''
  if (trend === 'increasing' || trend === 'decreasing') return trend === 'increasing' ? '↗' : '↘'
  return (trend === 'better') === (about.direction === 'higher') ? '↗' : '↘'
}
