import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { LiveMeeting } from '../../meetings/live-meeting.ts'
import type { Context } from '../../page/view.ts'
import { type MeetingTexts, meetingsIn } from '../../text/meetings/index.ts'

/** What every part of a session's page stands on. */
export type Room = { live: LiveMeeting; context: Context; words: MeetingTexts }

/** An element of a session's page: it is drawn anew whenever something happens in the session. */
export class RoomElement extends LitElement {
  static override properties = { live: { attribute: false }, context: { attribute: false } }
  declare live: LiveMeeting
  declare context: Context
  readonly #happened = () => this.requestUpdate()
  #followed: LiveMeeting | undefined

  override createRenderRoot() {
    return this
  }

  override connectedCallback() {
    super.connectedCallback()
    this.#follow()
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#followed?.removeEventListener('change', this.#happened)
    this.#followed = undefined
  }

  override willUpdate() {
    this.#follow()
  }

  #follow() {
    if (this.#followed === this.live || !this.isConnected) return
    this.#followed?.removeEventListener('change', this.#happened)
    this.live?.addEventListener('change', this.#happened)
    this.#followed = this.live
  }

  get words(): MeetingTexts {
    return meetingsIn(this.context.lang)
  }
  get room(): Room {
    return { live: this.live, context: this.context, words: this.words }
  }
}

type Choice = readonly [value: string, label: string]

/** A labelled list to choose in. */
export const chooser = (
  label: string,
  value: string,
  choices: readonly Choice[],
  choose: (value: string) => void,
  name = '',
): TemplateResult => html`<label class="field">
  <span>${label}</span>
  <select name=${name} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    ${choices.map(([id, text]) => html`<option value=${id} ?selected=${id === value}>${text}</option>`)}
  </select>
</label>`

/** A list with a button beside it: nothing happens while somebody goes through it with the arrow keys. */
export const chooseThen = (
  label: string,
  choices: readonly Choice[],
  button: string,
  act: (value: string) => void,
): TemplateResult => html`<form
  class="choose-then"
  @submit=${(event: Event) => {
    const value = written(event).text('chosen')
    if (value === '') return
    ;(event.target as HTMLFormElement).reset()
    act(value)
  }}
>
  ${chooser(label, '', [['', '–'], ...choices], () => {}, 'chosen')}
  <button class="button quiet">${button}</button>
</form>`

type Field = {
  name: string
  value?: string
  type?: string
  required?: boolean
  max?: number
  hint?: string
  /** What is told where something else than a number is written; such a line takes comma and point alike. */
  number?: string
}

/** A browser's own field for numbers takes only the comma or only the point, and loses the rest without a word. */
const DECIMAL = '\\s*[\\-−]?\\d[\\d\\s]*([.,]\\d+)?\\s*'

/** A labelled line to write. */
export const line = (
  label: string,
  { name, value = '', type = 'text', required, max, hint, number }: Field,
): TemplateResult => html`<div class="field">
  <label>
    <span>${label}</span>
    <input
      name=${name}
      type=${type}
      .value=${value}
      ?required=${required ?? false}
      maxlength=${max ?? 500}
      inputmode=${number ? 'decimal' : nothing}
      pattern=${number ? DECIMAL : nothing}
      title=${number ?? nothing}
      aria-description=${hint ?? nothing}
      autocomplete="off"
    />
  </label>
  ${hint ? html`<small aria-hidden="true">${hint}</small>` : ''}
</div>`

/** A labelled text of several lines. */
export const area = (label: string, { name, value = '', max }: Field): TemplateResult =>
  html`<label class="field wide">
    <span>${label}</span>
    <textarea name=${name} rows="3" .value=${value} maxlength=${max ?? 2000}></textarea>
  </label>`

export const tick = (label: string, name: string, checked: boolean): TemplateResult =>
  html`<label class="tick"><input type="checkbox" name=${name} .checked=${checked} /> <span>${label}</span></label>`

/** A number as it was written, with comma or point; NaN where it is none. */
export const numberIn = (text: string): number => Number(text.replace(/\s/g, '').replace('−', '-').replace(',', '.'))

/** What stands in a form, by the names of its fields. */
export function written(event: Event): { text(name: string): string; has(name: string): boolean } {
  event.preventDefault()
  const data = new FormData(event.target as HTMLFormElement)
  return { text: (name) => String(data.get(name) ?? '').trim(), has: (name) => data.has(name) }
}

/** The session's municipalities by name, in Swedish order. */
export function municipalitiesOf({ live, context }: Pick<Room, 'live' | 'context'>): Choice[] {
  const invited = new Set(live.meeting.municipalities)
  return [...context.lists.municipalities.values()]
    .filter(({ code }) => invited.has(code))
    .map(({ code, name }) => [code, name])
}

export const placeName = ({ context }: Pick<Room, 'context'>, code: string | null): string =>
  (code && context.lists.municipalities.get(code)?.name) || ''
