import { html, nothing, type TemplateResult } from 'lit'
import type { DeletionReceipt } from '../../../data/model/answers/meetings.ts'
import { fileName } from '../../exports/file-name.ts'
import { noteDeletion } from '../../meetings/deletion.ts'
import { newId } from '../../meetings/new-id.ts'
import { isDone, reasonOf, request } from '../../meetings/request.ts'
import { handOver } from '../../parts/download.ts'
import { FILES, type KeptFile, keptFile } from './kept-files.ts'
import { line, RoomElement, written } from './room-parts.ts'

/** Everything that a session can be carried away as, the next one, and its end. */
class Keep extends RoomElement {
  static override properties = { ...RoomElement.properties, busy: { state: true }, said: { state: true } }
  declare busy: boolean
  declare said: string

  constructor() {
    super()
    this.busy = false
    this.said = ''
  }

  override render() {
    const { words, live } = this
    return html`<h2>${words.keep.title}</h2>
      <div class="buttons keep-buttons">
        ${FILES.map((file) => html`<button class="button quiet" ?disabled=${this.busy} @click=${() => this.#keep(file)}>${this.#label(file)}</button>`)}
        <a class="button quiet" href=${`/api/v1/analysis-sessions/${live.id}/actions.ics`} download>${words.keep.ics}</a>
        ${live.isLeader ? html`<a class="button quiet" href=${`/api/v1/analysis-sessions/${live.id}/export`} download=${`${fileName(live.meeting.title)}.json`}>${words.keep.json}</a>` : nothing}
      </div>
      <p role="status">${this.said}</p>
      ${live.isLeader ? this.#onward() : nothing} ${live.isHost ? this.#end() : nothing}`
  }

  #label(file: KeptFile): string {
    const { keep } = this.words
    if (file === 'docx') return `${keep.minutes} (${keep.word})`
    if (file === 'pdf') return `${keep.minutes} (${keep.pdf})`
    if (file === 'pptx') return keep.powerpoint
    return file === 'xlsx' ? keep.xlsx : keep.placemats
  }

  async #keep(file: KeptFile) {
    const { words, live } = this
    this.busy = true
    this.said = words.keep.making
    const name = `${fileName(live.meeting.title)}${file === 'zip' ? '-underlagg' : ''}.${file}`
    try {
      handOver(await keptFile(file, this.room), name)
      this.said = words.keep.made(name)
    } catch (error) {
      console.error(error)
      this.said = words.keep.failed
    }
    this.busy = false
  }

  #onward() {
    const { words } = this
    return html`<section class="panel">
      <h3>${words.keep.next}</h3>
      <p class="buttons">
        <button class="button quiet" @click=${() => this.#another('follows')}>${words.keep.follow}</button>
        <button class="button quiet" @click=${() => this.#another('copyOf')}>${words.keep.copy}</button>
      </p>
      <p class="quiet">${words.keep.followHint}</p>
    </section>`
  }

  async #another(how: 'follows' | 'copyOf') {
    const { words, live, context } = this
    const { meeting, self } = live
    const id = newId()
    const reply = await request('POST', 'analysis-sessions', context.lang, {
      id,
      title: (how === 'follows' ? words.keep.nextOf(meeting.title) : words.keep.copyOf(meeting.title)).slice(0, 120),
      purpose: meeting.purpose,
      date: null,
      start: meeting.start,
      group: meeting.group,
      municipalities: meeting.municipalities,
      template: null,
      area: null,
      copyOf: how === 'copyOf' ? live.id : null,
      follows: how === 'follows' ? live.id : null,
      name: self!.body.name,
      municipality: self!.body.municipality,
    })
    if (isDone(reply)) context.go({ meeting: id, mode: 'prepare' })
    else this.said = reasonOf(reply)
  }

  #end() {
    const { words, live } = this
    return html`<details class="panel">
      <summary>${words.keep.delete}</summary>
      <form @submit=${this.#delete}>
        <p>${words.keep.deleteHint}</p>
        ${line(words.keep.confirm, { name: 'title', required: true })}
        <p class="buttons"><button class="button quiet">${words.keep.delete}</button></p>
      </form>
      <p class="quiet">${live.meeting.title}</p>
    </details>`
  }

  #delete = async (event: Event) => {
    const { words, live, context } = this
    this.said = written(event).text('title') === live.meeting.title ? '' : words.keep.notTheTitle(live.meeting.title)
    if (this.said) return
    const reply = await live.ask('DELETE', '')
    if (!isDone(reply)) {
      this.said = reasonOf(reply)
      return
    }
    handOver(new Blob([JSON.stringify(reply.body, null, 2)], { type: 'application/json' }), 'kvitto.json')
    noteDeletion(reply.body as unknown as DeletionReceipt)
    live.close()
    context.go({ meeting: '', mode: '' })
  }
}

customElements.define('js-keep', Keep)

export const keep = ({ live, context }: Pick<RoomElement, 'live' | 'context'>): TemplateResult =>
  html`<js-keep .live=${live} .context=${context}></js-keep>`
