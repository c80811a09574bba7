import { withPicked } from '../basket/basket.ts'
import { kindOf, pickedQuery } from '../basket/picked.ts'
import { changeKept, keptBasket } from '../browser-storage/basket.ts'
import type { FigureSpec } from '../page/figure-spec.ts'
import type { Context } from '../page/view.ts'
import { searchIn } from '../text/search/index.ts'
import type { Action } from './destination.ts'

type ShownFigure = HTMLElement & { spec: FigureSpec; context: Context }

/** What can be done on the page without finding its button. */
export function actions(context: Context): Action[] {
  const { kinds, actions: words } = searchIn(context.lang)
  const action = (value: string, label: string, found: string, act: Action['act']): Action => ({
    value: `action-${value}`,
    label,
    words: found,
    note: kinds.action,
    act,
  })
  return [
    action('print', words.print, words.printWords, () => void setTimeout(() => window.print())),
    action('link', words.link, words.linkWords, () => copyLink(context)),
    ...(figuresOn(context).length > 0 ? [action('pick', words.pick, words.pickWords, () => pickAll(context))] : []),
    action('language', words.language, words.languageWords, () => turnLanguage(context)),
  ]
}

/** The figures of the page; those of the selection are picked already. */
const figuresOn = ({ state }: Context): ShownFigure[] =>
  state.view === 'selection' ? [] : [...document.querySelectorAll<ShownFigure>('main js-figure')]

function turnLanguage({ lang, go }: Context): undefined {
  go({ lang: lang === 'sv' ? 'en' : 'sv' })
}

function copyLink({ lang }: Context): Promise<string> {
  const { linked, notLinked } = searchIn(lang).actions
  return navigator.clipboard.writeText(location.href).then(
    () => linked,
    () => notLinked,
  )
}

async function pickAll(context: Context): Promise<string> {
  const before = keptBasket()
  const after = changeKept((now) =>
    figuresOn(context).reduce(
      (basket, { spec, context: shown }) => withPicked(basket, pickedQuery(shown.state, spec), kindOf(spec.name)),
      now,
    ),
  )
  const added = after.picked.length - before.picked.length
  return searchIn(context.lang).actions.picked(added, after.picked.length)
}
