import { correction, generate } from 'lean-qr'
import { html, nothing, type TemplateResult } from 'lit'
import { LOCALES } from '../../../data/model/locales.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { isDone } from '../../meetings/request.ts'
import { placeName, RoomElement } from './room-parts.ts'

/** Who takes part, and the code that lets guests in. */
class People extends RoomElement {
  static override properties = { ...RoomElement.properties, code: { state: true }, until: { state: true } }
  declare code: string
  declare until: string

  constructor() {
    super()
    this.code = ''
    this.until = ''
  }

  override render() {
    const { words, live } = this
    return html`<section class="panel" aria-labelledby="people-title">
      <h2 id="people-title">${words.people.title}</h2>
      <ul class="people">${live.all('participant').map((one) => this.#person(one))}</ul>
      ${live.isLeader ? this.#door() : nothing}
    </section>`
  }

  #person(person: PartOf<'participant'>) {
    const { words, live } = this
    const { body } = person
    const facts = [
      placeName(this, body.municipality),
      body.title,
      words.roles[body.role],
      body.muted && words.people.muted,
      body.out && words.people.outWord,
    ]
    return html`<li>
      <span><strong>${body.name}</strong> <span class="quiet">${facts.filter(Boolean).join(', ')}</span></span>
      ${live.isLeader && person.id !== live.me && body.role !== 'host' ? this.#buttons(person) : nothing}
    </li>`
  }

  #buttons(person: PartOf<'participant'>) {
    const { words, live } = this
    const { body } = person
    const leads = body.role === 'cohost'
    return html`<span class="note-buttons">
      <button @click=${() => live.change(person, { muted: !body.muted })}>${body.muted ? words.people.unmute : words.people.mute}</button>
      <button @click=${() => live.change(person, { out: !body.out })}>${body.out ? words.people.back : words.people.out}</button>
      <button @click=${() => live.change(person, { role: leads ? 'member' : 'cohost' })}>${leads ? words.people.member : words.people.cohost}</button>
      ${live.isHost ? html`<button @click=${() => live.change(live.part(live.id, 'meeting')!, { host: person.id })}>${words.people.handOver}</button>` : nothing}
    </span>`
  }

  #door() {
    const { words } = this
    const address = `${location.origin}/?view=meetings&code=${this.code}`
    return html`<div class="door">
      <h3>${words.people.code}</h3>
      ${
        this.code
          ? html`<p class="code">${this.code}</p>
            <p><a href=${address}>${location.host}</a></p>
            <p class="quiet">${words.people.codeHint(this.until)}</p>
            <canvas class="qr" role="img" aria-label=${words.people.qr}></canvas>`
          : nothing
      }
      <p class="buttons">
        <button class="button quiet" @click=${this.#make}>${this.code ? words.people.newCode : words.people.makeCode}</button>
        ${this.code ? html`<button class="button quiet" @click=${this.#close}>${words.people.closeCode}</button>` : nothing}
      </p>
    </div>`
  }

  #make = async () => {
    const reply = await this.live.ask('POST', 'join-code')
    if (!isDone(reply)) return
    this.code = String(reply.body.code)
    this.until = new Date(String(reply.body.until)).toLocaleString(LOCALES[this.context.lang], {
      dateStyle: 'short',
      timeStyle: 'short',
    })
    await this.updateComplete
    const canvas = this.querySelector<HTMLCanvasElement>('canvas.qr')
    const code = generate(`${location.origin}/?view=meetings&code=${this.code}`, { minCorrectionLevel: correction.M })
    if (canvas) code.toCanvas(canvas, { on: [0, 0, 0, 255], off: [255, 255, 255, 255] })
  }

  #close = async () => {
    await this.live.ask('DELETE', 'join-code')
    this.code = ''
  }
}

customElements.define('js-people', People)

export const people = ({ live, context }: Pick<RoomElement, 'live' | 'context'>): TemplateResult =>
  html`<js-people .live=${live} .context=${context}></js-people>`
