import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Column, SheetMapping } from '../../../data/model/workbook-mapping.ts'
import { CheckAnswer, Understood, type UnderstoodSheet } from '../../../data/model/workbook-understanding.ts'
import type { Context } from '../../page/view.ts'
import { handOver } from '../../parts/download.ts'
import { workbookIn } from '../../text/workbook/index.ts'
import { columnFields } from './columns.ts'
import { mappingToKeep, withColumn } from './corrected.ts'
import { findingsOf, leftOut, placesFound, sheetsLeft } from './left-out.ts'
import { sheetPicture } from './picture.ts'

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
    return html`<datalist id="workbook-indicators">
        ${[...this.context.lists.indicators.values()].map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
      </datalist>
      ${findingsOf(open.answer, words)} ${open.sheets.map((sheet, at) => this.#sheet(sheet, at))} ${sheetsLeft(open, words)}
      <section class="chapter" aria-labelledby="workbook-keep">
        <h2 id="workbook-keep">${words.keepTitle}</h2>
        <p>${words.keepLead}</p>
        <p><button class="button" @click=${() => this.#keep(open)}>${words.keep}</button></p>
        <p><code>${words.loadCommand(open.file, words.fileName)}</code></p>
      </section>`
  }

  #sheet(sheet: UnderstoodSheet, number: number): TemplateResult {
    const { context } = this
    const words = workbookIn(context.lang)
    const correct = (letter: string, column: Column) => this.#correct(number, letter, column)
    return html`<section class="chapter" aria-labelledby=${`sheet-${number}`}>
      <h2 id=${`sheet-${number}`}>${words.sheet(sheet.sheet)}</h2>
      <p>${words.header(sheet.about.header)} ${placesFound(sheet, words)}</p>
      ${sheetPicture(sheet.about.picture, sheet.sheet, words)}
      <h3>${words.columns}</h3>
      <div class="workbook-columns">${columnFields({ sheet, number, context, correct })}</div>
      ${leftOut(sheet, words)}
    </section>`
  }

  #correct(number: number, letter: string, column: Column): void {
    const { open } = this
    if (!open) return
    const corrected = (sheet: UnderstoodSheet): UnderstoodSheet => ({
      ...sheet,
      ...(withColumn(sheet, letter, column) as SheetMapping),
      about: sheet.about,
    })
    this.open = { ...open, sheets: open.sheets.map((sheet, at) => (at === number ? corrected(sheet) : sheet)) }
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
