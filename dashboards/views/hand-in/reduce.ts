import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { csvOf, decoded, rowsOf } from '../../reduction/csv.ts'
import { keyIn, newKey } from '../../reduction/pseudonym.ts'
import { likelyWay, type Reduced, reduced, WAYS, type Way } from '../../reduction/reduction.ts'
import type { HandInTexts } from '../../text/hand-in/index.ts'

/** Makes a file over in the browser before anything is sent. What it reads never leaves this element but as the reduced file. */
class Reduce extends LitElement {
  static override properties = {
    words: { attribute: false },
    ageGroups: { attribute: false },
    rows: { state: true },
    ways: { state: true },
    key: { state: true },
    made: { state: true },
    problem: { state: true },
  }
  declare words: HandInTexts
  declare ageGroups: readonly string[]
  declare rows: string[][]
  declare ways: Way[]
  declare key: string | null
  declare made: Reduced | null
  declare problem: string

  constructor() {
    super()
    this.rows = []
    this.ways = []
    this.key = null
    this.made = null
    this.problem = ''
  }

  override createRenderRoot() {
    return this
  }

  override render(): TemplateResult {
    const { reduce: words } = this.words
    return html`<details class="hand-in-reduce">
      <summary>${words.title}</summary>
      <p>${words.lead}</p>
      <div class="hand-in-form">
        <p><label for="reduce-file">${words.file}</label> <input id="reduce-file" type="file" accept=".csv,.txt" @change=${this.#open} /></p>
        <p><label for="reduce-key">${words.key}</label> <input id="reduce-key" type="file" @change=${this.#openKey} />
          <button type="button" class="button quiet" @click=${this.#makeKey}>${words.makeKey}</button></p>
        <p>${words.keyNote}</p>
      </div>
      <p role="alert">${this.problem}</p>
      ${this.rows.length > 0 ? this.#columns() : nothing}
      <div role="status">${this.made ? this.#done(this.made) : nothing}</div>
    </details>`
  }

  #columns(): TemplateResult {
    const { reduce: words } = this.words
    const [header = []] = this.rows
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${words.title}>
        <table><thead><tr><th scope="col">${words.column}</th><th scope="col">${words.how}</th></tr></thead>
        <tbody>${header.map(
          (heading, index) => html`<tr><th scope="row">${heading}</th><td>
            <select aria-label="${words.how}: ${heading}" @change=${(event: Event) => this.#choose(index, (event.target as HTMLSelectElement).value as Way)}>
              ${WAYS.map((way) => html`<option value=${way} ?selected=${this.ways[index] === way}>${words.ways[way]}</option>`)}
            </select></td></tr>`,
        )}</tbody></table></div>
      <button type="button" class="button" @click=${this.#make}>${words.use}</button>`
  }

  #done({ rows, unreadable }: Reduced): TemplateResult {
    const { reduce: words } = this.words
    const file = new Blob([csvOf(rows)], { type: 'text/csv' })
    return html`<p>${words.done(rows.length - 1, (rows[0] ?? []).join(', '))} ${unreadable > 0 ? words.unreadable(unreadable) : ''}</p>
      <p><button type="button" class="button quiet" @click=${() => save(file, 'bearbetad.csv')}>${words.save}</button></p>`
  }

  #choose(index: number, way: Way): void {
    this.ways = this.ways.map((one, at) => (at === index ? way : one))
    this.made = null
  }

  #open = async (event: Event) => {
    const file = (event.target as HTMLInputElement).files?.[0]
    const bytes = await file?.arrayBuffer()
    this.made = null
    const isText = bytes !== undefined && !new Uint8Array(bytes.slice(0, 4)).includes(3)
    this.problem = isText ? '' : this.words.reduce.onlyCsv
    this.rows = isText ? rowsOf(decoded(bytes)) : []
    this.ways = (this.rows[0] ?? []).map(likelyWay)
  }

  #openKey = async (event: Event) => {
    const text = await (event.target as HTMLInputElement).files?.[0]?.text()
    this.key = keyIn(text ?? '')
    this.problem = this.key ? '' : this.words.reduce.needsKey
  }

  #makeKey = () => {
    this.key = newKey()
    save(new Blob([`${this.key}\n`], { type: 'text/plain' }), 'jamsides-nyckel.txt')
  }

  #make = async () => {
    if (this.ways.includes('pseudonym') && this.key === null) {
      this.problem = this.words.reduce.needsKey
      return
    }
    this.problem = ''
    this.made = await reduced(this.rows, this.ways, this.key ?? '', this.ageGroups)
    const file = new Blob([csvOf(this.made.rows)], { type: 'text/csv' })
    this.dispatchEvent(new CustomEvent('reduced', { detail: file }))
  }
}

/** Gives the person a file, out of the browser's memory. */
function save(file: Blob, name: string): void {
  const anchor = document.createElement('a')
  anchor.href = URL.createObjectURL(file)
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000)
}

customElements.define('js-reduce', Reduce)
