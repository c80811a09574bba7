import { html, nothing, type TemplateResult } from 'lit'
import { writeDate, writeTime } from '../../../data/model/dates.ts'
import type { BodyOf } from '../../../data/model/meetings/part.ts'
import { newId } from '../../meetings/new-id.ts'
import type { Conflict, Refused } from '../../meetings/outbox.ts'
import { link } from '../../parts/link.ts'
import { decide } from './decide.ts'
import { told } from './history.ts'
import { keep } from './keep.ts'
import { lead } from './lead.ts'
import { part } from './part.ts'
import { placemat } from './placemat-page.ts'
import { prepare } from './prepare.ts'
import { chooser, line, municipalitiesOf, RoomElement, written } from './room-parts.ts'
import { speakerNotes } from './speaker.ts'

const MODES = {
  part: { leader: false, show: part },
  prepare: { leader: true, show: prepare },
  lead: { leader: true, show: lead },
  decide: { leader: false, show: decide },
  keep: { leader: false, show: keep },
  placemat: { leader: false, show: placemat },
} as const
type Mode = keyof typeof MODES

/** One session: what of it is saved, its parts as tabs, and whatever two have changed at once. */
class MeetingRoom extends RoomElement {
  static override properties = { ...RoomElement.properties, said: { state: true } }
  declare said: string

  constructor() {
    super()
    this.said = ''
  }

  override render() {
    const { live, words } = this
    if (live.gone) return html`<p class="notice">${words.gone}</p>`
    if (this.context.state.mode === 'speaker' && live.isLeader) return speakerNotes(this)
    const mode = this.#mode()
    return html`<header class="finding">
        <h1 tabindex="-1">${live.meeting.title}</h1>
        <p>${this.#about()}</p>
      </header>
      <p class=${`saved-state ${live.connected ? '' : 'away'}`} role="status">${this.#state()}</p>
      ${live.canUndo ? html`<p class="note-buttons on-screen"><button @click=${this.#undo}>${words.undo}</button></p>` : nothing}
      ${this.said ? html`<p role="status">${this.said}</p>` : nothing}
      <nav class="tabs on-screen" aria-label=${words.modesLabel}>${this.#tabs(mode)}</nav>
      ${live.outbox.conflicts.map((one) => this.#conflict(one))} ${live.outbox.refused.map((one) => this.#refused(one))}
      ${live.self ? nothing : this.#seat()} ${MODES[mode].show(this)}`
  }

  #mode(): Mode {
    const { mode } = this.context.state
    const wanted = mode in MODES ? (mode as Mode) : this.live.isLeader ? 'prepare' : 'part'
    return MODES[wanted].leader && !this.live.isLeader ? 'part' : wanted
  }

  #about(): string {
    const { live, words, context } = this
    const { date, start, state } = live.meeting
    const day = date ? `${writeDate(date, context.lang)}${start ? ` ${start}` : ''}` : words.noDate
    const release =
      live.release && !context.lists.isServed
        ? `${words.frozen(live.release.id, writeDate(live.release.builtAt, context.lang))}${live.release.current ? '' : ` ${words.newer}`}`
        : words.missingRelease
    return `${day} · ${words.states[state]} · ${release}`
  }

  #state(): string {
    const { live, words } = this
    const count = live.outbox.waiting.length
    if (live.isOut) return words.out(count)
    if (!live.connected || live.since)
      return count > 0 ? words.waiting(count) : words.away(live.since && writeTime(live.since))
    return count > 0 ? words.saving(count) : words.saved
  }

  #undo = () => {
    this.said = this.live.undo() ? this.words.undone : this.words.notUndone
  }

  #tabs(mode: Mode) {
    const { live, words, context } = this
    const offered = (Object.keys(MODES) as Mode[]).filter((one) => live.isLeader || !MODES[one].leader)
    return offered.map(
      (one) =>
        html`<span aria-current=${one === mode ? 'page' : nothing}>${link(words.modes[one], { mode: one }, context)}</span>`,
    )
  }

  #seat() {
    const { words } = this
    const places = [['', words.join.noMunicipality] as const, ...municipalitiesOf(this)]
    return html`<form class="panel" @submit=${this.#sit}>
      <p>${words.join.sitLead}</p>
      ${line(words.join.name, { name: 'name', max: 60, required: true })} ${line(words.join.role, { name: 'title', max: 60 })}
      ${chooser(words.join.municipality, '', places, () => {}, 'municipality')}
      <p class="buttons"><button class="button">${words.join.sit}</button></p>
    </form>`
  }

  #sit = async (event: Event) => {
    const { text } = written(event)
    await this.live.ask('POST', 'seat', {
      name: text('name'),
      title: text('title'),
      municipality: text('municipality') || null,
    })
    await this.live.open()
  }

  /** Both texts, and what can be done with one's own: nothing is overwritten without a word. */
  #conflict(one: Conflict): TemplateResult {
    const { words, live } = this
    const settle = () => live.outbox.settleConflict(one.id)
    const replace = () => {
      settle()
      live.outbox.put(one.kind, one.id, one.version, one.mine)
    }
    const beside = () => {
      settle()
      const mine = one.mine as BodyOf<'note'>
      live.save('note', newId(), { ...mine, beside: one.id, under: null, hidden: false })
    }
    return html`<section class="conflict" role="alert" aria-label=${words.conflict.title}>
      <h2>${words.conflict.title}</h2>
      <p>${words.conflict.lead}</p>
      <div class="both">
        <div><h3>${words.conflict.theirs(one.theirs ? live.nameOf(one.theirs.by) : '')}</h3><p>${one.theirs ? told(one.theirs.body) : words.conflict.taken}</p></div>
        <div><h3>${words.conflict.mine}</h3><p>${one.mine ? told(one.mine) : words.conflict.taken}</p></div>
      </div>
      <p class="buttons">
        ${one.kind === 'note' && one.mine ? html`<button class="button" @click=${beside}>${words.conflict.beside}</button>` : html`<button class="button quiet" @click=${replace}>${words.conflict.replace}</button>`}
        <button class="button quiet" @click=${settle}>${words.conflict.drop}</button>
      </p>
    </section>`
  }

  #refused({ id, body, reason }: Refused): TemplateResult {
    const { words, live } = this
    return html`<section class="conflict" role="alert">
      <h2>${words.refused.title}</h2>
      <p>${reason}</p>
      ${body ? html`<p class="note-text">${told(body)}</p>` : nothing}
      <p class="buttons"><button class="button quiet" @click=${() => live.outbox.letGo(id)}>${words.refused.letGo}</button></p>
    </section>`
  }
}

customElements.define('js-meeting-room', MeetingRoom)

export const meetingRoom = ({ live, context }: Pick<RoomElement, 'live' | 'context'>): TemplateResult =>
  html`<js-meeting-room .live=${live} .context=${context}></js-meeting-room>`
