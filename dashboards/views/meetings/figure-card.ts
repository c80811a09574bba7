import { html, LitElement, type TemplateResult } from 'lit'
import { type PickedFigure, pickedFigure } from '../../basket/picked-figure.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { meetingsIn } from '../../text/meetings/index.ts'

/** A figure of another page, drawn where it is wanted: live, in the session's release. */
class FigureCard extends LitElement {
  static override properties = {
    query: {},
    figure: {},
    context: { attribute: false },
    name: {},
    found: { state: true },
  }
  declare query: string
  declare figure: string
  declare context: Context
  declare name: string
  declare found: PickedFigure | null | undefined
  #asked = ''

  override createRenderRoot() {
    return this
  }

  override willUpdate() {
    const wanted = `${this.figure} ${this.query} ${this.context.lang}`
    if (wanted === this.#asked) return
    this.#asked = wanted
    this.found = undefined
    const picked = { query: this.query, figure: this.figure, comment: '' }
    pickedFigure(picked, this.context).then(
      (found) => this.#show(wanted, found),
      () => this.#show(wanted, null),
    )
  }

  #show(wanted: string, found: PickedFigure | null) {
    if (wanted === this.#asked) this.found = found
  }

  override render() {
    const { card } = meetingsIn(this.context.lang)
    if (this.found === undefined) return html`<p class="quiet" aria-busy="true">${card.loading}</p>`
    if (this.found === null) return html`<p class="notice">${card.noFigure}</p>`
    const { spec, context } = this.found
    return figure({ ...spec, name: `${this.name}-${spec.name}`, pickable: false }, context)
  }
}

customElements.define('js-figure-card', FigureCard)

export const figureCard = (query: string, kind: string, name: string, context: Context): TemplateResult =>
  html`<js-figure-card .query=${query} .figure=${kind} .name=${name} .context=${context}></js-figure-card>`
