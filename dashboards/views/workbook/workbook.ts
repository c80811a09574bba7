import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { CheckAnswer, Understood } from '../../../data/model/workbook-understanding.ts'
import type { Context } from '../../page/view.ts'
import { handOver } from '../../parts/download.ts'
import { workbookIn } from '../../text/workbook/index.ts'
import { mappingToKeep } from './corrected.ts'
import { findingsOf } from './left-out.ts'
import { understoodSheets } from './understood.ts'

type Open = { file: string; answer: CheckAnswer } & Understood

/** What `check --json` understood of a workbook, to be looked at and corrected. The answer is read here and sent nowhere. */
class Workbook extends LitElement {
  static override properties = {
    context: { attribute: false },
    open: { state: true },
    said: { state: true },
  }
  declare context: Context
  declare open: Open | null
  declare said: string

  constructor() {
    super()
    this.open = null
    this.said = ''
  }

  override createRenderRoot() {
    return this
  }

  override render(): TemplateResult {
    const words = workbookIn(this.context.lang)
    return html`<div class="chooser workbook-choose">
        <label for="workbook-file">${words.choose}</label>
        <input id="workbook-file" type="file" accept=".json,application/json" @change=${this.#read} />
      </div>
      <p role="status" class="workbook-said">${this.said}</p>
      ${this.open ? this.#understood(this.open) : nothing}`
  }

  #understood(open: Open): TemplateResult {
    const words = workbookIn(this.context.lang)
    const correct = (book: Open) => {
      this.open = book
    }
    return html`${findingsOf(open.answer, words)} ${understoodSheets(open, this.context, correct)}
      <section class="chapter" aria-labelledby="workbook-keep">
        <h2 id="workbook-keep">${words.keepTitle}</h2>
        <p>${words.keepLead}</p>
        <p><button class="button" @click=${() => this.#keep(open)}>${words.keep}</button></p>
        <p><code>${words.loadCommand(open.file, words.fileName)}</code></p>
      </section>`
  }

  #read = async (event: Event) => {
    const words = workbookIn(this.context.lang)
    const [file] = (event.target as HTMLInputElement).files ?? []
    if (!file) return
    const found = understoodIn(await file.text())
    this.open = found
    this.said = found ? words.opened(found.file, found.sheets.length) : words.notOne
  }

  #keep = ({ sheets }: Open) => {
    const words = workbookIn(this.context.lang)
    const text = `${JSON.stringify(mappingToKeep(sheets), null, 2)}\n`
    handOver(new Blob([text], { type: 'application/json' }), words.fileName)
    this.said = words.kept(words.fileName)
  }
}
/** The first workbook of an answer of `check --json`; null where the text is none. */
function understoodIn(text: string): Open | null {
  const answer = CheckAnswer.safeParse(jsonIn(text))
  if (!answer.success) return null
  for (const [file, mapping] of Object.entries(answer.data.mappings)) {
    const understood = Understood.safeParse(mapping)
    if (understood.success) return { file, answer: answer.data, ...understood.data }
  }
  return null
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

customElements.define('js-workbook', Workbook)
