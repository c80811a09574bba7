import { html, type TemplateResult } from 'lit'
import {
  asIntroduction,
  asTitle,
  introduced,
  LONGEST_INTRODUCTION,
  LONGEST_TITLE,
  titled,
} from '../../basket/basket.ts'
import type { Context } from '../../page/view.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import { settle, write } from './change.ts'
import type { Shown } from './shown.ts'
import { textField } from './text-field.ts'

/** Where the selection gets its title and its introduction. */
export function headingFields(shown: Shown, context: Context): TemplateResult {
  const words = exploringIn(context.lang).selection
  return html`<div class="heading on-screen">
    ${textField({
      id: 'selection-title',
      label: words.ownTitle,
      longest: LONGEST_TITLE,
      full: words.fieldFull(LONGEST_TITLE),
      rows: 1,
      read: () => shown.read().title,
      asKept: asTitle,
      write: (text) => write(shown, (now) => titled(now, text), context),
      settle: () => settle(shown, context),
    })}
    ${textField({
      id: 'selection-introduction',
      label: words.introduction,
      longest: LONGEST_INTRODUCTION,
      full: words.fieldFull(LONGEST_INTRODUCTION),
      rows: 3,
      read: () => shown.read().introduction,
      asKept: asIntroduction,
      write: (text) => write(shown, (now) => introduced(now, text), context),
      settle: () => settle(shown, context),
    })}
  </div>`
}
