import { render } from 'lit'
import { correctedState } from '../address/corrected-state.ts'
import { namedIn } from '../address/named-indicators.ts'
import { readState } from '../address/state.ts'
import { withNamed } from '../api-client/further-indicators.ts'
import type { FigureSpec } from '../page/figure-spec.ts'
import type { Context, View } from '../page/view.ts'
import type { Picked } from './basket.ts'
import { kindOf } from './picked.ts'

/** A figure that was picked, and the choices under which its page shows it. */
export type PickedFigure = { spec: FigureSpec; context: Context }

/**
 * The figure as its own page shows it in the reader's language; null where the page no longer has it.
 * @throws AskError
 */
export async function pickedFigure(picked: Picked, reader: Context): Promise<PickedFigure | null> {
  const wanted = { ...readState(`?${picked.query}`), lang: reader.lang }
  if (['selection', 'meetings'].includes(wanted.view) || !Object.hasOwn(reader.texts.views, wanted.view)) return null
  const lists = await withNamed(reader.lists, namedIn(wanted), reader.lang)
  const context = { ...reader, lists, state: correctedState(wanted, lists, reader.texts).state }
  const view = await reader.openView(wanted.view)
  if (context.state.municipality === '' && view.needsMunicipality?.(context.state)) return null
  const answer = await view.ask(context)
  return figuresOn(view.show(answer, context)).find(({ spec }) => kindOf(spec.name) === picked.figure) ?? null
}

/** The figures on a page, without showing it. */
function figuresOn(page: ReturnType<View<unknown>['show']>): PickedFigure[] {
  const aside = document.createElement('div')
  render(page, aside)
  const figures = [...aside.querySelectorAll<HTMLElement & PickedFigure>('js-figure')]
  return figures.map(({ spec, context }) => ({ spec, context }))
}
