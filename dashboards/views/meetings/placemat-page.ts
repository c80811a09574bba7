import { html, nothing, type TemplateResult } from 'lit'
import { isDone, reasonOf } from '../../meetings/request.ts'
import { type Laid, laidFor, matOf, placematSheet } from './placemat.ts'
import { chooser, municipalitiesOf, placeName, RoomElement } from './room-parts.ts'

/** A municipality's placemat on the page: to print, and to send beforehand by a link. */
class Placemat extends RoomElement {
  static override properties = {
    ...RoomElement.properties,
    code: { state: true },
    figures: { state: true },
    links: { state: true },
    said: { state: true },
  }
  declare code: string | undefined
  declare figures: readonly Laid[] | undefined
  /** Addresses that were made here, by municipality. */
  declare links: ReadonlyMap<string, string>
  declare said: string
  #asked = ''

  constructor() {
    super()
    this.links = new Map()
    this.said = ''
  }

  override willUpdate() {
    super.willUpdate()
    this.code ??= this.live.self?.body.municipality ?? this.live.meeting.municipalities[0]!
    const mat = matOf(this.room)
    const wanted = `${this.code} ${JSON.stringify(mat)}`
    if (wanted === this.#asked) return
    this.#asked = wanted
    void laidFor(this.code, mat, this.context.lang).then((figures) => {
      this.figures = figures
    })
  }

  override render() {
    const { words, room, code, live } = this
    const { lang } = this.context
    return html`<div class="part-bar on-screen">
        ${chooser(words.placemat.choose, code!, municipalitiesOf(room), (chosen) => {
          this.code = chosen
        })}
        <button class="button quiet" @click=${() => window.print()}>${words.placemat.print}</button>
        ${live.isLeader ? html`<button class="button quiet" @click=${this.#send}>${words.placemat.send}</button>` : nothing}
      </div>
      <div class="on-screen">${this.#sent()}</div>
      ${this.figures ? placematSheet(placeName(room, code!), this.figures, matOf(room), lang) : html`<p class="quiet" aria-busy="true">${words.card.loading}</p>`}`
  }

  #sent(): TemplateResult {
    const { words, links, said } = this
    return html`<p role="status">${said}</p>
      ${links.size > 0 ? html`<p>${words.placemat.sendHint}</p>` : nothing}
      <dl class="placemat-links">
        ${[...links].map(([code, address]) => html`<div><dt>${placeName(this, code)}</dt><dd><a href=${address}>${address}</a></dd></div>`)}
      </dl>`
  }

  /** One link for each municipality of the session, in one step. */
  #send = async () => {
    for (const [municipality] of municipalitiesOf(this)) {
      const reply = await this.live.ask('POST', 'placemat-code', { municipality })
      this.said = isDone(reply) ? '' : reasonOf(reply) || this.words.away(null)
      if (!isDone(reply)) return
      const address = this.context.href({ meeting: '', mode: 'placemat', code: String(reply.body.code) })
      this.links = new Map(this.links).set(municipality, new URL(address, location.href).href)
    }
  }
}

customElements.define('js-placemat', Placemat)

export const placemat = ({ live, context }: Pick<RoomElement, 'live' | 'context'>): TemplateResult =>
  html`<js-placemat .live=${live} .context=${context}></js-placemat>`
