import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Gone, NewToken, TokensAnswer } from '../../../data/model/answers/accounts.ts'
import { act } from '../../api-client/act.ts'
import type { Context } from '../../page/view.ts'
import { type FormValues, form } from '../../parts/form.ts'
import { workIn } from '../../text/work/index.ts'
import { endable } from './endable.ts'
import { momentIn } from './words.ts'

/** One's keys for programs, with the one that was made last: it is shown this once and kept nowhere. */
class Tokens extends LitElement {
  static override properties = {
    context: { attribute: false },
    answer: { attribute: false },
    made: { state: true },
  }
  declare context: Context
  declare answer: TokensAnswer
  declare made: string

  constructor() {
    super()
    this.made = ''
  }

  override createRenderRoot() {
    return this
  }

  async #reload() {
    this.answer = await act<TokensAnswer>('GET', 'tokens', this.context.lang)
  }

  #make = async ({ name = '', days = '', ...chosen }: FormValues) => {
    const body = { name, days: Number(days), rights: Object.keys(chosen) }
    this.made = (await act<NewToken>('POST', 'tokens', this.context.lang, body)).token
    await this.#reload()
  }

  #end = async (id: string) => {
    await act<Gone>('DELETE', `tokens/${id}`, this.context.lang)
    await this.#reload()
  }

  override render(): TemplateResult {
    const { tokens: words, failed } = workIn(this.context.lang)
    const { rights } = this.answer
    return html`<section class="chapter">
      <h2 id="tokens">${words.title}</h2>
      <p>${words.lead}</p>
      ${this.made ? html`<p class="notice" role="status">${words.made} <code>${this.made}</code></p>` : nothing}
      ${this.answer.tokens.length > 0 ? this.#list() : nothing}
      ${form({
        prefix: 'token',
        fields: [
          { name: 'name', label: words.name },
          { name: 'days', label: words.days, type: 'number', value: '90' },
          ...rights.map((right) => ({ name: right, label: this.#nameOf(right), type: 'checkbox' as const })),
        ],
        button: words.make,
        failed,
        send: this.#make,
      })}
    </section>`
  }

  #list(): TemplateResult {
    const { lang } = this.context
    const { tokens: words, failed } = workIn(lang)
    const rows = this.answer.tokens.map(({ id, name, rights, expiresAt, usedAt }) => ({
      id,
      cells: [
        name,
        rights.map((right) => this.#nameOf(right)).join('; '),
        momentIn(expiresAt, lang),
        usedAt ? momentIn(usedAt, lang) : words.never,
      ],
    }))
    return endable({ labelledBy: 'tokens', columns: words.columns, rows, end: words.end, failed, ending: this.#end })
  }

  #nameOf(right: string): string {
    const names: Readonly<Record<string, string>> = workIn(this.context.lang).rights
    return names[right] ?? right
  }
}

customElements.define('js-tokens', Tokens)

export const tokens = (answer: TokensAnswer, context: Context): TemplateResult =>
  html`<js-tokens .context=${context} .answer=${answer}></js-tokens>`
