import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { type FigureSpec, nameOf, sourcesOf } from '../page/figure-spec.ts'
import type { Context } from '../page/view.ts'
import { DrawingArea } from './drawing-area.ts'
import { keyList } from './key.ts'
import { methodLinks } from './method-link.ts'
import { pickButton } from './pick-button.ts'
import { saveMenu } from './save-menu.ts'
import { table } from './table.ts'

/** What a page shows itself where a figure is more than a picture: links and keys of its own instead of drawing and table. */
export type Screen = { className: string; caption: string; subtitle: string; body: () => TemplateResult }

class Figure extends LitElement {
  static override properties = {
    spec: { attribute: false },
    context: { attribute: false },
    screen: { attribute: false },
    asTable: { state: true },
    said: { state: true },
    isForAll: { state: true },
  }
  declare spec: FigureSpec
  declare context: Context
  declare screen: Screen | undefined
  declare asTable: boolean
  declare said: string
  /** What was done is told to who sees as well; which point was stepped to is seen already. */
  declare isForAll: boolean
  readonly #tell = (words: string) => {
    this.isForAll = true
    this.said = words
  }
  readonly #area = new DrawingArea(this, (label) => {
    this.isForAll = false
    this.said = label
  })
  readonly #width = () => this.#area.width

  constructor() {
    super()
    this.asTable = false
    this.said = ''
    this.isForAll = false
  }

  override createRenderRoot() {
    return this
  }

  override willUpdate(changed: Map<string, unknown>) {
    const before = changed.get('spec') as FigureSpec | undefined
    if (before && before.name !== this.spec.name) this.said = ''
  }

  override render() {
    const { spec, context, screen } = this
    const { name, finding, subtitle, note, key } = spec
    return html`<figure id=${name} class=${screen?.className ?? ''} aria-labelledby=${`${name}-title`}>
      <figcaption>
        <h2 id=${`${name}-title`}>${screen?.caption ?? finding}</h2>
        <p class="subtitle">${screen?.subtitle ?? subtitle}</p>
      </figcaption>
      ${screen ? screen.body() : this.#drawing()} ${key && !this.asTable ? keyList(key) : nothing}
      ${note ? html`<div class="note">${note}</div>` : nothing}
      <p class=${this.isForAll ? 'told' : 'visually-hidden'} role="status">${this.said}</p>
      <footer>
        <p class="sources">${sourcesOf(spec, context.texts)} ${methodLinks(spec.methods, context)}</p>
        <div class="actions">
          ${screen ? nothing : this.#turnButton()}
          ${spec.pickable === false ? nothing : pickButton(spec, context, this.#tell)}
          ${saveMenu(spec, context, this.#width, this.#tell)}
        </div>
      </footer>
    </figure>`
  }

  #drawing() {
    const { finding } = this.spec
    const label = `${nameOf(this.spec)}. ${this.context.texts.figure.keys}`
    return html`<div class="drawing-area" role="group" tabindex="0" aria-label=${label} ?hidden=${this.asTable}></div>
      ${this.asTable ? table(finding, this.spec.table) : nothing}`
  }

  #turnButton() {
    const { figure } = this.context.texts
    const word = this.asTable ? figure.chart : figure.table
    return html`<button aria-label=${`${word}: ${nameOf(this.spec)}`} @click=${this.#turn}>${word}</button>`
  }

  #turn = () => {
    this.asTable = !this.asTable
  }
}

customElements.define('js-figure', Figure)

/** A figure on the page. */
export function figure(spec: FigureSpec, context: Context, screen?: Screen): TemplateResult {
  return html`<js-figure .spec=${spec} .context=${context} .screen=${screen}></js-figure>`
}
