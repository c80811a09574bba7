import { html, type TemplateResult } from 'lit'
import type { MatrixAnswer } from '../../data/model/answers/matrix.ts'
import { matrixFinding } from '../../data/model/findings/matrix.ts'
import { ask } from '../client.ts'
import { link } from '../parts/link.ts'
import { message } from '../parts/messages.ts'
import { select } from '../parts/select.ts'
import { grid } from './matrix/grid.ts'
import { rowsKept } from './matrix/only.ts'
import type { Context, View } from './view.ts'

/** More columns than this neither fit a page nor can be read. */
const MOST_COLUMNS = 60

const askMatrix = async ({ state, lang, foundation }: Context): Promise<MatrixAnswer | null> => {
  const members = foundation.groups.get(state.group)?.members ?? []
  if (members.length > MOST_COLUMNS) return null
  const area = state.area === 'all' ? '' : state.area
  return ask<MatrixAnswer>('matrix', { group: state.group, area, period: state.period, sex: state.sex }, lang)
}

const namesOf = ({ foundation }: Context) =>
  new Map([...foundation.municipalities.values()].map((place) => [place.code, place.name]))

function show(answer: MatrixAnswer | null, context: Context): TemplateResult {
  const { texts, foundation, state } = context
  if (answer === null) {
    const count = foundation.groups.get(state.group)?.members.length ?? 0
    return message(texts.matrix.chooseSmaller, texts.matrix.tooMany(count))
  }
  if (answer.rows.length === 0) return message(texts.state.emptyTitle, texts.state.emptyDetail)
  const rows = rowsKept(answer, state.only, state.municipality)
  if (rows.length === 0)
    return message(
      texts.matrix.nothing,
      texts.matrix.nothingDetail,
      html`<p>${link(texts.matrix.onlyOptions[''], { only: '' }, context)}</p>`,
    )
  return html`<header class="finding">
      <h1 tabindex="-1">${matrixFinding(answer, namesOf(context), context.lang)}</h1>
      <p>${kept(rows.length, answer, context)} ${texts.matrix.subtitle}. ${texts.matrix.keys}</p>
    </header>
    ${grid({ ...answer, rows }, namesOf(context), context)}`
}

/** How many rows are left, and for whose sake; nothing where all are. */
function kept(count: number, { rows, columns }: MatrixAnswer, { state, texts, foundation }: Context): string {
  if (state.only === '') return ''
  const own = columns.includes(state.municipality) ? foundation.municipalities.get(state.municipality) : undefined
  const where = own ? texts.matrix.onlyIn(own.name) : texts.matrix.onlyAnywhere
  const what = texts.matrix.onlyOptions[state.only as Only].toLowerCase()
  return `${texts.matrix.shown(count, rows.length)}: ${what} ${where}.`
}

type Only = keyof Context['texts']['matrix']['onlyOptions']

const onlyChooser = ({ state, texts, go }: Context) =>
  select({
    name: 'only',
    label: texts.matrix.only,
    value: state.only,
    options: Object.entries(texts.matrix.onlyOptions).map(([value, label]) => ({ value, label })),
    choose: (only) => go({ only }),
  })

export const view: View<MatrixAnswer | null> = {
  choosers: ['group', 'area', 'municipality', 'period', 'sex'],
  ownChoosers: (_, context) => onlyChooser(context),
  ask: askMatrix,
  title: (answer, context) =>
    answer === null ? context.texts.views.matrix : matrixFinding(answer, namesOf(context), context.lang),
  show,
}
