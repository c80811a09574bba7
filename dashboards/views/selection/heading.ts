import { html, type TemplateResult } from 'lit'
import { type Basket, introduced, LONGEST_INTRODUCTION, LONGEST_TITLE, titled } from '../../basket/basket.ts'
import type { Context } from '../../page/view.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import { change } from './change.ts'
import { textField } from './text-field.ts'

/** Where the selection gets its title and its introduction. */
export function headingFields(basket: Basket, context: Context): TemplateResult {
  const words = exploringIn(context.lang).selection
  return html`<div class="heading on-screen">
    ${textField(
      {
        id: 'selection-title',
        label: words.ownTitle,
        text: basket.title,
        longest: LONGEST_TITLE,
        rows: 1,
        write: (text) => change(titled(basket, text), context),
      },
      context,
    )}
    ${textField(
      {
        id: 'selection-introduction',
        label: words.introduction,
        text: basket.introduction,
        longest: LONGEST_INTRODUCTION,
        rows: 3,
        write: (text) => change(introduced(basket, text), context),
      },
      context,
    )}
  </div>`
}

/** The selection's own title, or what any is called. */
export const titleOf = ({ basket }: { basket: Basket }, { lang }: Context): string =>
  basket.title || exploringIn(lang).selection.title
