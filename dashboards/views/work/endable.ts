import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { ActError } from '../../api-client/act.ts'

type Row = { id: string; cells: readonly string[]; mayEnd?: boolean }
type Listed = {
  /** Id of the heading. */
  labelledBy: string
  columns: readonly string[]
  rows: readonly Row[]
  /** The word on the button of each row. */
  end: string
  /** What is said where no reason came. */
  failed: string
  ending(id: string): Promise<void>
}

/** A table of what one has and can end: each row with its button, and why it could not be done. */
class Endable extends LitElement {
  static override properties = { listed: { attribute: false }, wrong: { state: true } }
  declare listed: Listed
  declare wrong: string

  constructor() {
    super()
    this.wrong = ''
  }

  override createRenderRoot() {
    return this
  }

  #end = async (id: string) => {
    this.wrong = ''
    try {
      await this.listed.ending(id)
    } catch (error) {
      this.wrong = (error instanceof ActError && error.message) || this.listed.failed
    }
  }

  override render(): TemplateResult {
    const { labelledBy, columns, rows } = this.listed
    return html`${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      <div class="table-scroll" tabindex="0" role="region" aria-labelledby=${labelledBy}>
        <table class="endable">
          <thead>
            <tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}<td></td></tr>
          </thead>
          <tbody>${rows.map((row) => this.#row(row))}</tbody>
        </table>
      </div>`
  }

  #row({ id, cells: [first, ...rest], mayEnd = true }: Row): TemplateResult {
    const { end } = this.listed
    const button = html`<button class="button quiet" aria-label=${`${end}: ${first}`} @click=${() => this.#end(id)}>${end}</button>`
    return html`<tr>
      <th scope="row">${first}</th>
      ${rest.map((cell) => html`<td>${cell}</td>`)}
      <td>${mayEnd ? button : nothing}</td>
    </tr>`
  }
}

customElements.define('js-endable', Endable)

export const endable = (listed: Listed): TemplateResult => html`<js-endable .listed=${listed}></js-endable>`
