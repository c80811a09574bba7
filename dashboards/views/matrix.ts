import { html, type TemplateResult } from 'lit'
import type { MatrixAnswer } from '../../data/model/answers/matrix.ts'
import { matrixFinding } from '../../data/model/findings/matrix.ts'
import { ask } from '../client.ts'
import { message } from '../parts/messages.ts'
import { grid } from './matrix/grid.ts'
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
  return html`<header class="finding">
      <h1 tabindex="-1">${matrixFinding(answer, namesOf(context), context.lang)}</h1>
      <p>${texts.matrix.subtitle}. ${texts.matrix.keys}</p>
    </header>
    ${grid(answer, namesOf(context), context)}`
}

export const view: View<MatrixAnswer | null> = {
  choosers: ['group', 'area', 'municipality', 'period', 'sex'],
  ask: askMatrix,
  title: (answer, context) =>
    answer === null ? context.texts.views.matrix : matrixFinding(answer, namesOf(context), context.lang),
  show,
}
