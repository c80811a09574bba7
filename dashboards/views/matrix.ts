import { html, type TemplateResult } from 'lit'
import type { MatrixAnswer } from '../../data/model/answers/matrix.ts'
import { matrixFinding } from '../../data/model/findings/matrix.ts'
import { ask } from '../api-client/ask.ts'
import type { Context, View } from '../page/view.ts'
import { link } from '../parts/link.ts'
import { message } from '../parts/messages.ts'
import { select } from '../parts/select.ts'
import { rowsLeft } from './matrix/choices.ts'
import { notJudged } from './matrix/judged.ts'
import { hasValue, rowsKept } from './matrix/only.ts'
import { orderedRows } from './matrix/order.ts'
import { namesOf, overviewFigure } from './matrix/overview.ts'

/** More columns than this neither fit a page nor can be read. */
const MOST_COLUMNS = 60

const askMatrix = async ({ state, lang, lists }: Context): Promise<MatrixAnswer | null> => {
  const members = lists.groups.get(state.group)?.members ?? []
  if (members.length > MOST_COLUMNS) return null
  const area = state.area === 'all' ? '' : state.area
  return ask<MatrixAnswer>('matrix', { group: state.group, area, period: state.period, sex: state.sex }, lang)
}

function show(answer: MatrixAnswer | null, context: Context): TemplateResult {
  const { texts, lists, state } = context
  if (answer === null) {
    const count = lists.groups.get(state.group)?.members.length ?? 0
    return message(texts.matrix.chooseSmaller, texts.matrix.tooMany(count))
  }
  if (!answer.rows.some(hasValue)) return message(texts.state.emptyTitle, texts.state.emptyDetail)
  const rows = rowsKept(answer, state.only, state.municipality)
  if (rows.length === 0)
    return message(
      texts.matrix.nothing,
      texts.matrix.nothingDetail,
      html`<p>${notJudged(answer, context)}</p>
        <p>${link(texts.matrix.onlyOptions[''], { only: '' }, context)}</p>`,
    )
  const unknown = notJudged(answer, context)
  const lead = [rowsLeft(rows.length, answer, context), texts.matrix.subtitle(state.period)].filter(Boolean).join('. ')
  return html`<header class="finding">
      <h1 tabindex="-1">${matrixFinding(answer, namesOf(answer), context.lang)}</h1>
      <p>${lead}. ${texts.matrix.keys}</p>
      ${unknown === '' ? '' : html`<p>${unknown}</p>`}
    </header>
    ${overviewFigure(answer, { ...answer, rows: orderedRows({ ...answer, rows }, state.sort) }, context)}`
}

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
    answer === null ? context.texts.views.matrix : matrixFinding(answer, namesOf(answer), context.lang),
  show,
}
