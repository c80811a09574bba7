import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { KeptSource, ShelfAnswer, SourceAnswer } from '../../../data/model/answers/shelf.ts'
import { writeDate } from '../../../data/model/dates.ts'
import { writeNumber } from '../../../data/model/numbers.ts'
import type { Context } from '../../page/view.ts'
import { addSourceToMeeting } from '../../parts/add-to-meeting.ts'
import type { ShelfTexts } from '../../text/shelf/index.ts'

type Listed = ShelfAnswer['sources'][number]
type About = {
  context: Context
  words: ShelfTexts
  mayKeep: boolean
  acts: {
    read(id: string): Promise<SourceAnswer | null>
    change(id: string): void
    remove(source: KeptSource): void
    say(words: string): void
  }
}

const MEGABYTE = 1024 * 1024

/** A source that was found: what is said of it, where its words were found, and the whole text when it is asked for. */
class SourceItem extends LitElement {
  static override properties = { source: { attribute: false }, about: { attribute: false }, text: { state: true } }
  declare source: Listed
  declare about: About
  declare text: string | null

  constructor() {
    super()
    this.text = null
  }

  override createRenderRoot() {
    return this
  }

  /** The same place in the list may show another source next. */
  override willUpdate(changed: Map<string, unknown>) {
    const before = changed.get('source') as Listed | undefined
    if (before && before.id !== this.source.id) this.text = null
  }

  override render() {
    const { source, text } = this
    const { words } = this.about
    return html`<h3>${source.title}</h3>
      <p class="quiet">${factsOf(source, this.about).join(' · ')}</p>
      ${source.excerpt && text === null ? html`<p>${source.excerpt}</p>` : nothing}
      ${source.url ? html`<p><a href=${source.url} rel="noreferrer noopener" target="_blank">${source.url}</a></p>` : nothing}
      <p class="note-buttons">
        ${source.letters > 0 ? html`<button aria-expanded=${text !== null} @click=${this.#turn}>${text === null ? words.read : words.close}</button>` : nothing}
        ${source.bytes === null ? nothing : html`<a href=${`/api/v1/shelf/${source.id}/file`} download>${words.download}</a>`}
        <button @click=${this.#toMeeting}>${words.toMeeting}</button>
        ${this.about.mayKeep ? this.#keeping() : nothing}
      </p>
      ${text === null ? nothing : html`<div class="whole-text">${text.split(/\n+/).map((one) => html`<p>${one}</p>`)}</div>`}`
  }

  #keeping() {
    const { words, acts } = this.about
    return html`<button @click=${() => acts.change(this.source.id)}>${words.change}<span class="visually-hidden"> ${this.source.title}</span></button>
      <button @click=${() => acts.remove(this.source)}>${words.remove}<span class="visually-hidden"> ${this.source.title}</span></button>`
  }

  #turn = async () => {
    this.text = this.text === null ? ((await this.about.acts.read(this.source.id))?.text ?? null) : null
  }

  #toMeeting = async () => {
    const { acts, context } = this.about
    const whole = await acts.read(this.source.id)
    if (whole) acts.say(await addSourceToMeeting(whole, context))
  }
}

customElements.define('js-source-item', SourceItem)

function factsOf({ author, year, theme, letters, bytes, by, savedAt }: Listed, { words, context }: About): string[] {
  const text = letters > 0 ? words.letters(writeNumber(letters, 0, context.lang)) : words.noText
  const pdf = bytes === null ? '' : words.pdf(writeNumber(bytes / MEGABYTE, 1, context.lang))
  const kept = words.kept(by, writeDate(savedAt.slice(0, 10), context.lang))
  return [author, year?.toString() ?? '', theme, text, pdf, kept].filter(Boolean)
}

export const sourceItem = (source: Listed, about: About): TemplateResult =>
  html`<li><js-source-item .source=${source} .about=${about}></js-source-item></li>`
