import { html, nothing, type TemplateResult } from 'lit'
import type { HistoryAnswer } from '../../../data/model/answers/meetings.ts'
import { LOCALES } from '../../../data/model/locales.ts'
import type { Body, PartKind } from '../../../data/model/meetings/part.ts'
import { isDone, reasonOf } from '../../meetings/request.ts'
import { RoomElement } from './room-parts.ts'

type Changes = HistoryAnswer['changes']

/** Everything that happened to one part of the session, and the way back to any of it. */
class History extends RoomElement {
  static override properties = {
    ...RoomElement.properties,
    kind: {},
    of: {},
    isOpen: { state: true },
    changes: { state: true },
    said: { state: true },
  }
  declare kind: PartKind
  declare of: string
  declare isOpen: boolean
  declare changes: Changes | null
  declare said: string

  constructor() {
    super()
    this.isOpen = false
    this.changes = null
    this.said = ''
  }

  override render() {
    const { words, changes } = this
    return html`<button aria-expanded=${this.isOpen} @click=${this.#turn}>${words.history}</button>
      ${this.isOpen && this.said ? html`<p class="wrong" role="status">${this.said}</p>` : nothing}
      ${this.isOpen && changes ? html`<ol class="history" reversed>${[...changes].reverse().map((one, at) => this.#row(one, at === 0))}</ol>` : nothing}`
  }

  #row({ at, by, body, version }: Changes[number], isLast: boolean): TemplateResult {
    const { words, live, context } = this
    const when = new Date(at).toLocaleString(LOCALES[context.lang])
    return html`<li>
      <span class="quiet">${[when, live.nameOf(by)].filter(Boolean).join(', ')}</span>
      <span class="note-text">${body === null ? words.removed : told(body as Body)}</span>
      ${isLast || body === null ? nothing : html`<button aria-label=${`${words.restore} ${version}`} @click=${() => this.#restore(body as Body)}>${words.restore}</button>`}
    </li>`
  }

  #turn = async () => {
    this.isOpen = !this.isOpen
    if (this.isOpen) await this.#fetch()
  }

  async #fetch() {
    const reply = await this.live.ask('GET', `history/${this.of}`)
    this.said = isDone(reply) ? '' : reasonOf(reply) || this.words.away(null)
    if (isDone(reply)) this.changes = (reply.body as unknown as HistoryAnswer).changes
  }

  /** Over the version that was seen here: what another writes meanwhile is not lost. */
  #restore(body: Body) {
    const seen = this.changes?.at(-1)?.version ?? 0
    this.live.restore(this.kind, this.of, seen, body)
    this.isOpen = false
  }
}

customElements.define('js-history', History)

export const history = (
  kind: PartKind,
  part: string,
  { live, context }: Pick<RoomElement, 'live' | 'context'>,
): TemplateResult => html`<js-history .kind=${kind} .of=${part} .live=${live} .context=${context}></js-history>`

/** The words of a part. */
export function told(body: Body): string {
  const { title, text, name, content } = body as Partial<Record<'text' | 'title' | 'name', string>> & {
    content?: { text?: string; query?: string }
  }
  return [title, text ?? name, content?.text ?? content?.query].filter(Boolean).join(': ')
}
