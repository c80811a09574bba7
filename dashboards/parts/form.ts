import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { ActError } from '../api-client/act.ts'

type Field = {
  name: string
  label: string
  type?: 'text' | 'email' | 'password' | 'number' | 'date' | 'checkbox'
  autocomplete?: string
  hint?: string
  value?: string
  /** In place of a line to write in: what can be chosen. */
  options?: readonly { value: string; label: string }[]
}

export type FormValues = Readonly<Record<string, string>>

/** A short form: labels above, what is wrong beside its field and read out, one button. */
class Form extends LitElement {
  static override properties = {
    fields: { attribute: false },
    button: { attribute: false },
    failed: { attribute: false },
    prefix: { attribute: false },
    clears: { attribute: false },
    send: { attribute: false },
    error: { state: true },
    busy: { state: true },
  }
  declare fields: readonly Field[]
  declare button: string
  /** What is said where no reason came. */
  declare failed: string
  /** What the ids of its fields begin with, where a page has several forms. */
  declare prefix: string
  /** Whether it is empty again when what was written has been taken. */
  declare clears: boolean
  declare send: (values: FormValues) => Promise<void>
  declare error: ActError | null
  declare busy: boolean

  constructor() {
    super()
    this.prefix = 'field'
    this.clears = false
    this.error = null
    this.busy = false
  }

  override createRenderRoot() {
    return this
  }

  #submit = async (event: Event) => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    this.busy = true
    try {
      this.error = null
      await this.send(values)
      if (this.clears) form.reset()
    } catch (error) {
      this.error = error instanceof ActError ? error : new ActError('')
      await this.updateComplete
      this.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus()
    }
    this.busy = false
  }

  override render() {
    const loose = this.error?.fields.every(({ path }) => !this.fields.some(({ name }) => name === path))
    return html`<form class="form" @submit=${this.#submit} novalidate>
      ${loose ? html`<p class="wrong" role="alert" tabindex="-1">${this.error?.message || this.failed}</p>` : nothing}
      ${this.fields.map((field) => this.#field(field))}
      <p><button class="button" type="submit" ?disabled=${this.busy}>${this.button}</button></p>
    </form>`
  }

  #field(field: Field): TemplateResult {
    const id = `${this.prefix}-${field.name}`
    const wrong = this.error?.fields.find(({ path }) => path === field.name)?.message
    const about = [field.hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
    return html`<p class=${field.type === 'checkbox' ? 'field check' : 'field'}>
      <label for=${id}>${field.label}</label>
      ${field.hint ? html`<span class="hint" id=${`${id}-hint`}>${field.hint}</span>` : nothing}
      ${this.#input(field, id, about, wrong !== undefined)}
      ${wrong ? html`<span class="wrong" id=${`${id}-wrong`}>${wrong}</span>` : nothing}
    </p>`
  }

  #input({ name, type = 'text', autocomplete, value, options }: Field, id: string, about: string, wrong: boolean) {
    if (options) {
      return html`<select id=${id} name=${name} aria-describedby=${about || nothing} aria-invalid=${wrong || nothing}>
        ${options.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}
      </select>`
    }
    return html`<input
      id=${id}
      name=${name}
      type=${type}
      autocomplete=${(autocomplete ?? 'off') as 'off'}
      .value=${type === 'checkbox' ? 'on' : (value ?? '')}
      ?checked=${type === 'checkbox' && value === 'on'}
      aria-describedby=${about || nothing}
      aria-invalid=${wrong ? 'true' : nothing}
    />`
  }
}

customElements.define('js-form', Form)

type Filling = {
  fields: readonly Field[]
  button: string
  failed: string
  prefix?: string
  clears?: boolean
  send(values: FormValues): Promise<void>
}

export const form = ({ fields, button, failed, prefix = 'field', clears = false, send }: Filling): TemplateResult =>
  html`<js-form .fields=${fields} .button=${button} .failed=${failed} .prefix=${prefix} .clears=${clears} .send=${send}></js-form>`
