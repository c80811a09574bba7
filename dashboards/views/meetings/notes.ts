import { html, nothing, type TemplateResult } from 'lit'
import { LONGEST_NOTE, type Note, type NoteKind, noteKinds } from '../../../data/model/meetings/note.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { store, stored } from '../../browser-storage/stored.ts'
import { newId } from '../../meetings/new-id.ts'
import { history } from './history.ts'
import { chooser, chooseThen, line, municipalitiesOf, placeName, RoomElement, written } from './room-parts.ts'

const AUTOSAVE_MS = 400
const HOLD_EVERY_MS = 4000
const STEP = 10

/** Notes at a card, or of the whole session: writing, and what the one who leads may do with them. */
class Notes extends RoomElement {
  static override properties = {
    ...RoomElement.properties,
    card: { attribute: false },
    editing: { state: true },
    kind: { state: true },
    about: { state: true },
  }
  declare card: string | null
  declare editing: string | null
  declare kind: NoteKind
  declare about: string | null
  #timer: ReturnType<typeof setTimeout> | undefined
  #heldAt = 0

  constructor() {
    super()
    this.editing = null
    this.kind = 'observation'
  }

  get #draftKey(): string {
    return `jamsides-draft-${this.live.id}-${this.card ?? 'whole'}`
  }

  override render() {
    const { words } = this
    this.about ??= this.live.self?.body.municipality ?? ''
    const notes = this.live.notesAt(this.card)
    const heads = notes.filter(({ body }) => !notes.some(({ id }) => id === body.under))
    return html`<section class="notes" aria-label=${words.note.list}>
      ${this.live.self && !this.live.self.body.muted && this.live.meeting.state !== 'ended' ? this.#compose() : nothing}
      ${notes.length === 0 ? html`<p class="quiet">${words.note.none}</p>` : nothing}
      <ul>
        ${heads.map((head) =>
          this.#item(
            head,
            notes.filter(({ body }) => body.under === head.id),
            heads,
          ),
        )}
      </ul>
    </section>`
  }

  /** What is being written is kept in the browser at every key, before it is a note. */
  #compose() {
    const { words } = this
    const kinds = noteKinds.filter((kind) => kind !== 'common').map((kind) => [kind, words.noteKinds[kind]] as const)
    return html`<form class="compose" @submit=${this.#add}>
      <label class="field wide">
        <span>${words.note.write}</span>
        <textarea name="text" rows="3" maxlength=${LONGEST_NOTE} placeholder=${words.note.placeholder}
          .value=${String(stored(this.#draftKey) ?? '')}
          @input=${(event: Event) => store(this.#draftKey, (event.target as HTMLTextAreaElement).value)}
          @keydown=${this.#sendByKey}></textarea>
      </label>
      ${chooser(words.note.kind, this.kind, kinds, (kind) => {
        this.kind = kind as NoteKind
      })}
      ${chooser(words.note.about, this.about ?? '', [['', words.note.everyone], ...municipalitiesOf(this)], (code) => {
        this.about = code
      })}
      ${this.#showsFigure() ? line(words.note.point, { name: 'point', max: 80 }) : nothing}
      <button class="button">${words.note.add}</button>
      <button class="button quiet" type="button" @click=${this.#common}>${words.note.common}</button>
    </form>`
  }

  /** Where a figure is shown, what is written may be about one point of it. */
  #showsFigure = () => this.live.cards.find(({ id }) => id === this.card)?.body.content.kind === 'figure'

  #sendByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      (event.target as HTMLTextAreaElement).form?.requestSubmit()
  }

  #add = (event: Event) => {
    event.preventDefault()
    const box = (event.target as HTMLFormElement).querySelector('textarea')!
    const text = box.value.trim()
    if (text === '') return box.focus()
    const point = written(event).text('point') || null
    this.live.save('note', newId(), {
      ...blank(this.card),
      kind: this.kind,
      municipality: this.about || null,
      point,
      text,
    })
    store(this.#draftKey, '')
    ;(event.target as HTMLFormElement).reset()
    box.value = ''
    box.focus()
  }

  #common = () => {
    const id = newId()
    this.live.save('note', id, { ...blank(this.card), kind: 'common', text: '…' })
    this.editing = id
  }

  #item(note: PartOf<'note'>, under: readonly PartOf<'note'>[], heads: readonly PartOf<'note'>[]): TemplateResult {
    const { words, live } = this
    const { body } = note
    return html`<li class=${`meeting-note note-${body.kind} ${body.hidden ? 'hidden-note' : ''}`}>
      <p class="note-head">
        <span class="kind">${words.noteKinds[body.kind]}</span>
        ${body.municipality ? html`<span>${placeName(this, body.municipality)}</span>` : nothing} ${body.point ? html`<span>${body.point}</span>` : nothing}
        ${body.kind === 'common' ? nothing : html`<span>${live.nameOf(note.author) || words.note.anonymous}</span>`}
        ${body.hidden ? html`<span>${words.note.hidden}</span>` : nothing} ${body.beside ? html`<span>${words.note.beside}</span>` : nothing}
        ${body.shared ? html`<span>${words.note.sharedWord}</span>` : nothing}
        ${live.outbox.of(note.id) ? html`<span class="unsent">${words.note.unsent}</span>` : nothing}
      </p>
      ${this.editing === note.id ? this.#editor(note) : html`<p class="note-text">${body.text}</p>`}
      ${this.#buttons(note, heads)}
      ${under.length > 0 ? html`<ul>${under.map((one) => this.#item(one, [], heads))}</ul>` : nothing}
    </li>`
  }

  #editor(note: PartOf<'note'>) {
    return html`<textarea class="note-editor" rows="4" maxlength=${LONGEST_NOTE} aria-label=${this.words.note.edit}
      .value=${note.body.text} @input=${(event: Event) => this.#typed(note, (event.target as HTMLTextAreaElement).value)}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#done()}></textarea>`
  }

  #typed(note: PartOf<'note'>, text: string) {
    if (note.body.kind === 'common') this.#hold(note.id)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#save(note.id, text), AUTOSAVE_MS)
  }

  #save(id: string, text: string) {
    const note = this.live.part(id, 'note')
    if (note && text.trim() !== '' && text !== note.body.text) this.live.change(note, { text })
  }

  #hold(id: string, force = false) {
    if (!force && Date.now() - this.#heldAt < HOLD_EVERY_MS) return
    this.#heldAt = Date.now()
    void this.live.ask('PUT', `holds/${id}`, { force })
  }

  #done() {
    const box = this.querySelector<HTMLTextAreaElement>('.note-editor')
    clearTimeout(this.#timer)
    if (box && this.editing) this.#save(this.editing, box.value)
    if (this.editing) void this.live.ask('DELETE', `holds/${this.editing}`)
    this.editing = null
  }

  #buttons(note: PartOf<'note'>, heads: readonly PartOf<'note'>[]) {
    const { words, live } = this
    const holder = live.holds.find(
      ({ part, participant, until }) => part === note.id && participant !== live.me && until > new Date().toISOString(),
    )
    if (!live.self || live.meeting.state === 'ended') return nothing
    if (!holder || this.editing === note.id) return this.#ownButtons(note, heads)
    return html`<p class="note-buttons" role="status">${words.note.writing(live.nameOf(holder.participant))}
      ${live.isLeader ? html`<button @click=${() => this.#takeOver(note.id)}>${words.note.takeOver}</button>` : nothing}</p>`
  }

  #ownButtons(note: PartOf<'note'>, heads: readonly PartOf<'note'>[]) {
    const { words, live } = this
    const isOwn = note.author === live.me
    const share = () => live.change(note, { shared: !note.body.shared })
    return html`<div class="note-buttons">
      ${isOwn || note.body.kind === 'common' ? this.#editButton(note) : nothing}
      ${isOwn ? html`<button @click=${() => live.remove('note', note.id)}>${words.note.remove}</button>` : nothing}
      ${isOwn || live.isLeader ? html`<button @click=${share}>${note.body.shared ? words.note.unshare : words.note.share}</button>` : nothing}
      ${live.isLeader ? this.#leading(note, heads) : nothing} ${isOwn || live.isLeader ? history('note', note.id, this) : nothing}
    </div>`
  }

  #editButton(note: PartOf<'note'>) {
    const { words } = this
    if (this.editing === note.id) return html`<button @click=${() => this.#done()}>${words.note.done}</button>`
    return html`<button @click=${() => {
      this.editing = note.id
      if (note.body.kind === 'common') this.#hold(note.id)
    }}>${words.note.edit}</button>`
  }

  #takeOver(id: string) {
    this.#hold(id, true)
    this.editing = id
  }

  #leading(note: PartOf<'note'>, heads: readonly PartOf<'note'>[]) {
    const { words, live } = this
    const others = heads.filter(({ id }) => id !== note.id).map((one) => [one.id, one.body.text.slice(0, 40)] as const)
    const at = heads.indexOf(note)
    return html`<button @click=${() => live.change(note, { hidden: !note.body.hidden })}>${note.body.hidden ? words.note.show : words.note.hide}</button>
      ${at > 0 ? html`<button @click=${() => this.#before(note, heads[at - 1]!)}>${words.note.up}</button>` : nothing}
      ${note.body.under ? html`<button @click=${() => live.change(note, { under: null })}>${words.note.ungroup}</button>` : nothing}
      ${others.length > 0 && !note.body.under ? html`<details class="note-order"><summary>${words.note.order}</summary>${chooseThen(words.note.group, others, words.note.groupThis, (under) => live.change(note, { under }))} ${chooseThen(words.note.merge, others, words.note.mergeThis, (id) => this.#merge(note, id))}</details>` : nothing}`
  }

  /** Both texts as one that all may go on with; each stays under it as it was written. */
  #merge(note: PartOf<'note'>, id: string) {
    const { live } = this
    const other = live.part(id, 'note')
    if (!other) return
    const whole = newId()
    const text = `${other.body.text}\n${note.body.text}`.slice(0, LONGEST_NOTE)
    live.save('note', whole, { ...blank(this.card), kind: 'common', text, weight: other.body.weight })
    for (const one of [other, note]) live.change(one, { under: whole })
  }

  #before(note: PartOf<'note'>, other: PartOf<'note'>) {
    this.live.change(note, { weight: other.body.weight - STEP })
  }
}

const blank = (card: string | null): Omit<Note, 'kind' | 'text'> => ({
  card,
  municipality: null,
  point: null,
  beside: null,
  under: null,
  hidden: false,
  weight: 0,
  shared: false,
})

customElements.define('js-notes', Notes)

export const notes = (card: string | null, { live, context }: Pick<RoomElement, 'live' | 'context'>): TemplateResult =>
  html`<js-notes .card=${card} .live=${live} .context=${context}></js-notes>`
