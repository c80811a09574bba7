import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { WorkbookMapping } from '../../../data/model/workbook-mapping.ts'
import type { UnderstoodUpload } from '../../../data/model/workbook-understanding.ts'
import type { Context } from '../../page/view.ts'
import { handInIn } from '../../text/hand-in/index.ts'
import { workbookIn } from '../../text/workbook/index.ts'
import { mappingToKeep } from '../workbook/corrected.ts'
import { understoodSheets } from '../workbook/understood.ts'

/** How a workbook that was handed in was understood, to be corrected; what comes of it is given as `corrected`. */
class HandInWorkbook extends LitElement {
  static override properties = {
    understanding: { attribute: false },
    context: { attribute: false },
    canSend: { attribute: false },
    book: { state: true },
  }
  declare understanding: UnderstoodUpload
  declare context: Context
  declare canSend: boolean
  declare book: UnderstoodUpload

  override createRenderRoot() {
    return this
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('understanding')) this.book = this.understanding
  }

  override render(): TemplateResult {
    const { lang } = this.context
    const words = handInIn(lang).workbook
    const correct = (book: UnderstoodUpload) => {
      this.book = book
    }
    return html`<section class="chapter" aria-labelledby="hand-in-understood">
        <h2 id="hand-in-understood">${workbookIn(lang).pageTitle}</h2>
        <p>${words.lead}</p>
        ${this.book.remembered ? this.#remembered(this.book.remembered) : nothing}
      </section>
      ${understoodSheets(this.book, this.context, correct)}
      <section class="chapter" aria-labelledby="hand-in-corrected">
        <h2 id="hand-in-corrected">${words.correct}</h2>
        <p>${this.canSend ? words.correctLead : handInIn(lang).mapping.again}</p>
        <button class="button quiet" ?disabled=${!this.canSend} @click=${() => this.#give(mappingToKeep(this.book.sheets))}>${words.send}</button>
      </section>`
  }

  #remembered(mapping: WorkbookMapping): TemplateResult {
    const words = handInIn(this.context.lang).workbook
    return html`<p>${words.remembered}</p>
      <button class="button quiet" ?disabled=${!this.canSend} @click=${() => this.#give(mapping)}>${words.useRemembered}</button>`
  }

  #give(mapping: WorkbookMapping): void {
    this.dispatchEvent(new CustomEvent<WorkbookMapping>('corrected', { detail: mapping }))
  }
}

customElements.define('js-hand-in-workbook', HandInWorkbook)
