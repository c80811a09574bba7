import { LitElement } from 'lit'
import { isArrangedAs } from '../../basket/basket.ts'
import { followKept } from '../../browser-storage/basket.ts'
import type { Context } from '../../page/view.ts'
import type { Selection } from './asked.ts'
import { catchUp } from './change.ts'

/** Follows what other tabs do to the selection that this one shows; shows nothing itself. */
class Elsewhere extends LitElement {
  static override properties = { selection: { attribute: false }, context: { attribute: false } }
  declare selection: Selection
  declare context: Context
  #leave: (() => void) | undefined

  override connectedCallback() {
    super.connectedCallback()
    this.#leave = followKept((isElsewhere) => {
      if (isElsewhere && this.selection.shown.isOwn) void this.#follow()
    })
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#leave?.()
  }

  /** Words find their fields by themselves; figures are asked for anew. */
  async #follow() {
    const { selection, context } = this
    const now = selection.shown.read()
    await catchUp(now, context)
    if (!isArrangedAs(now, selection.basket)) context.go({})
  }
}

customElements.define('js-elsewhere', Elsewhere)
