import { html, LitElement } from 'lit'
import { holds, withoutPicked, withPicked } from '../basket/basket.ts'
import { kindOf, pickedQuery } from '../basket/picked.ts'
import { changeKept, followKept, keptBasket } from '../browser-storage/basket.ts'
import { type FigureSpec, nameOf } from '../page/figure-spec.ts'
import type { Context } from '../page/view.ts'

/** Puts a figure into the basket, or takes it out again. */
class PickButton extends LitElement {
  static override properties = {
    spec: { attribute: false },
    context: { attribute: false },
    say: { attribute: false },
  }
  declare spec: FigureSpec
  declare context: Context
  /** Told what was done, for the figure's live region. */
  declare say: (words: string) => void
  #leave: (() => void) | undefined

  override connectedCallback() {
    super.connectedCallback()
    this.#leave = followKept(() => this.requestUpdate())
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#leave?.()
  }

  override createRenderRoot() {
    return this
  }

  override render() {
    const { figure } = this.context.texts
    const picked = holds(keptBasket(), ...this.#picked)
    const word = picked ? figure.picked : figure.pick
    return html`<button aria-label=${`${word}: ${nameOf(this.spec)}`} aria-pressed=${picked} @click=${this.#pick}>${word}</button>`
  }

  get #picked(): [query: string, figure: string] {
    return [pickedQuery(this.context.state, this.spec), kindOf(this.spec.name)]
  }

  #pick = () => {
    const { figure } = this.context.texts
    const before = keptBasket()
    const isIn = holds(before, ...this.#picked)
    const after = changeKept((now) => (isIn ? withoutPicked(now, ...this.#picked) : withPicked(now, ...this.#picked)))
    if (isIn) this.say(figure.unpickedSaid)
    else this.say(holds(after, ...this.#picked) ? figure.pickedSaid(after.picked.length) : figure.full)
  }
}

customElements.define('js-pick-button', PickButton)

/** @param say told what was done */
export const pickButton = (spec: FigureSpec, context: Context, say: (words: string) => void) =>
  html`<js-pick-button .spec=${spec} .context=${context} .say=${say}></js-pick-button>`
