import { html, LitElement, type TemplateResult } from 'lit'
import { followKept } from '../../browser-storage/basket.ts'

type Field = {
  id: string
  label: string
  longest: number
  /** Said when it holds no more. */
  full: string
  /** One row is a line, more are a text. */
  rows: number
  /** What is kept at this moment. */
  read: () => string
  /** A text as it is kept: what differs only by that is left as it was typed. */
  asKept: (text: string) => string
  /** Keeps the text, at every keystroke. */
  write: (text: string) => void
  /** The writer has left the field, or ended the line. */
  settle: () => void
}

type Control = HTMLInputElement | HTMLTextAreaElement

/** A field whose text is kept at every keystroke, and which shows what another tab writes in the same place. */
class TextField extends LitElement {
  static override properties = { field: { attribute: false }, isFull: { state: true } }
  declare field: Field
  declare isFull: boolean
  #leave: (() => void) | undefined

  constructor() {
    super()
    this.isFull = false
  }

  override createRenderRoot() {
    return this
  }

  override connectedCallback() {
    super.connectedCallback()
    this.#leave = followKept(this.#follow)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#leave?.()
  }

  override render() {
    const { id, label, longest, rows, full } = this.field
    const control =
      rows === 1
        ? html`<input id=${id} maxlength=${longest} autocomplete="off" @input=${this.#type} @change=${this.#settle} />`
        : html`<textarea id=${id} rows=${rows} maxlength=${longest} @input=${this.#type} @change=${this.#settle}></textarea>`
    return html`<div class="text-field on-screen">
      <label for=${id}>${label}</label>
      ${control}
      <p class="limit" role="status">${this.isFull ? full : ''}</p>
    </div>`
  }

  override updated(changed: Map<string, unknown>) {
    if (changed.has('field')) this.#follow()
  }

  get #control(): Control | null {
    return this.querySelector<Control>('input, textarea')
  }

  #follow = () => {
    const { field } = this
    const control = this.#control
    if (control && field.asKept(control.value) !== field.read()) control.value = field.read()
  }

  #type = () => {
    const { value } = this.#control!
    this.isFull = value.length >= this.field.longest
    this.field.write(value)
  }

  #settle = () => this.field.settle()
}

customElements.define('js-text-field', TextField)

export const textField = (field: Field): TemplateResult => html`<js-text-field .field=${field}></js-text-field>`
