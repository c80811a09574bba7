import { html, type TemplateResult } from 'lit'
import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import { signOf } from '../../charts/key.ts'
import type { Context } from '../../page/view.ts'
import { inTurn } from '../../parts/in-turn.ts'
import { follow } from '../../parts/link.ts'
import { walkCells } from './cells.ts'
import { restsOf, unitAndYear } from './drawn-grid.ts'
import { fitting } from './fitting.ts'
import { readCell } from './read-cell.ts'

type Row = MatrixAnswer['rows'][number]

/** No row is lower, in pixels. */
const LEAST_ROW = 28
const IN_TURN = 15

/** Indicators down, municipalities across, each cell its value, sign and wash of colour. */
export function grid({ columns, names, rows }: MatrixAnswer, caption: string, context: Context): TemplateResult {
  const { texts, state } = context
  return html`<div class="matrix-scroll" ${fitting()}>
    <table role="grid" aria-label=${caption} @keydown=${walkCells} @focusin=${walkCells}>
      <thead>
        <tr>
          <th scope="col" class="corner" aria-sort=${state.sort === '' ? 'ascending' : 'none'}>
            ${sortButton('', texts.columns.indicator, texts.matrix.byArea, context)}
          </th>
          ${columns.map((code, at) => columnHead(code, names[at]!, context))}
        </tr>
      </thead>
      ${partsOf(rows).map((part, index) =>
        index === 0
          ? html`<tbody>${part.map((row, at) => rowOf(row, at === 0, names, context))}</tbody>`
          : html`<tbody ${inTurn(() => part.map((row) => rowOf(row, false, names, context)))}></tbody>`,
      )}
    </table>
  </div>`
}

/** As many rows as the window can show, which are drawn at once, and the rest a few at a time. */
function partsOf(rows: readonly Row[]): (readonly Row[])[] {
  const first = Math.ceil(innerHeight / LEAST_ROW)
  const parts = [rows.slice(0, first)]
  for (let from = first; from < rows.length; from += IN_TURN) parts.push(rows.slice(from, from + IN_TURN))
  return parts
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

function rowOf(row: Row, first: boolean, names: readonly string[], context: Context): TemplateResult {
  return html`<tr>
    <th scope="row">${row.about.short} <small>${unitAndYear(row)} ${restSigns(row, context)}</small></th>
    ${row.cells.map((cell, at) => cellOf(row, cell, names[at]!, first && at === 0, context))}
  </tr>`
}

/** What the uncertainty of the row's values rests on, as it is drawn. */
const restSigns = (row: Row, { texts }: Context) =>
  restsOf(row).map(
    (rest) =>
      html`<span title=${texts.rests[rest]}>${signOf(rest)}<span class="visually-hidden">${texts.matrix.rests(texts.restWords[rest])}</span></span>`,
  )

function cellOf(row: Row, cell: Row['cells'][number], name: string, first: boolean, context: Context): TemplateResult {
  const { written, mark, sign, moving, label } = readCell(row, cell, name, context)
  const change = { view: 'compare', indicator: row.indicator, municipality: cell.municipality }
  const own = cell.municipality === context.state.municipality ? 'own' : ''
  return html`<td class=${`cell ${mark?.name ?? 'missing'} ${own}`}>
    <a
      href=${context.href(change)}
      tabindex=${first ? 0 : -1}
      aria-label=${label}
      @click=${follow(change, context)}
      ><span class="moving" aria-hidden="true">${moving}</span>${written}<span class="sign" aria-hidden="true"
        >${sign}</span
      ></a
    >
  </td>`
}
