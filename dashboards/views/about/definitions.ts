import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import type { IndicatorEntry } from '../../../data/model/answers/indicators.ts'
import { searcher } from '../../../data/model/search.ts'
import { searchOutside } from '../../api-client/further-indicators.ts'
import type { Context } from '../../page/view.ts'
import { aboutIn } from '../../text/about/index.ts'
import { definition } from './definition.ts'

/** The definitions of all indicators, to search among; the address holds the search and the one pointed at. */
class Definitions extends LitElement {
  static override properties = { context: { attribute: false }, asked: { state: true }, further: { state: true } }
  declare context: Context
  declare asked: string
  /** Found outside the catalogue. */
  declare further: readonly IndicatorEntry[]

  override createRenderRoot() {
    return this
  }

  override willUpdate(changed: PropertyValues) {
    if (changed.has('context')) this.asked = this.context.state.find
    if (changed.has('context') || changed.has('asked')) void this.#askFurther()
  }

  override render() {
    const words = aboutIn(this.context.lang).definitions
    const found = this.#found()
    return html`<p>${words.lead}</p>
      <div class="chooser chooser-find">
        <label for="find">${words.search}</label>
        <input id="find" type="search" .value=${this.asked} maxlength="60" @input=${this.#type} @change=${this.#correctedState} />
      </div>
      <p class="said" role="status">${found.length === 0 ? words.none : words.found(found.length)}</p>
      ${this.asked === '' ? this.#byArea(found) : found.map((one) => definition(one, found.length <= FEW, this.context))}`
  }

  #found(): IndicatorEntry[] {
    const { indicators, areas } = this.context.lists
    const all = [...indicators.values()]
    if (this.asked.trim() === '') return all
    const findable = all.map((entry) => ({
      id: entry.id,
      title: entry.title,
      more: `${entry.short} ${areas.get(entry.area)?.name ?? ''} ${entry.says} ${entry.matters}`,
      entry,
    }))
    return [...searcher(findable)(this.asked, all.length).map(({ entry }) => entry), ...(this.further ?? [])]
  }

  /** A later question overtakes an earlier one. */
  async #askFurther() {
    const asked = this.asked.trim()
    const { lists, lang } = this.context
    const found = asked === '' ? [] : await searchOutside(asked, lists, lang).catch(() => [])
    if (asked === this.asked.trim() && (found.length > 0 || this.further?.length)) this.further = found
  }

  #byArea(found: readonly IndicatorEntry[]): TemplateResult[] {
    return [...this.context.lists.areas.values()]
      .map((area) => ({ area, within: found.filter((one) => one.area === area.id) }))
      .filter(({ within }) => within.length > 0)
      .map(
        ({ area, within }) => html`<h3>${area.name}</h3>
          ${within.map((one) => definition(one, false, this.context))}`,
      )
  }

  #type = (event: Event) => {
    this.asked = (event.target as HTMLInputElement).value
  }

  /** The address follows once the reader has settled on a question. */
  #correctedState = () => {
    this.context.go({ find: this.asked.trim(), at: 'definitions' })
  }
}

/** So few answers are shown opened. */
const FEW = 3

customElements.define('js-definitions', Definitions)
