import { html, type TemplateResult } from 'lit'
import { ref } from 'lit/directives/ref.js'
import type { LiveMeeting } from '../../meetings/live-meeting.ts'
import { dropDraft, keepDraft, restoreDrawn } from './draft.ts'
import { area, line, type Room, tick, written } from './room-parts.ts'

const draftOf = ({ id }: LiveMeeting) => ({ session: id, kind: 'settings' }) as const

/** For each session the one that puts back what was written: a new one at every drawing would do it over what is being written. */
const restorers = new WeakMap<LiveMeeting, (form?: Element) => void>()
function restoring(live: LiveMeeting): (form?: Element) => void {
  const made = restorers.get(live) ?? ((form) => form && restoreDrawn(draftOf(live), live.id, form))
  restorers.set(live, made)
  return made
}

/** What the session is, and how far it has come. */
export function settings(room: Room): TemplateResult {
  const { live, words } = room
  const part = live.part(live.id, 'meeting')!
  const { body } = part
  const state = (next: typeof body.state, label: string) =>
    html`<button class="button quiet" type="button" @click=${() => live.change(part, { state: next })}>${label}</button>`
  return html`<details class="panel" open>
    <summary>${words.settings.title}</summary>
    <form ${ref(restoring(live))} @input=${(event: Event) => keepDraft(draftOf(live), live.id, event.currentTarget as HTMLFormElement)}
      @submit=${(event: Event) => save(event, room)}>
      ${line(words.begin.name, { name: 'title', value: body.title, max: 120, required: true })}
      ${area(words.begin.purpose, { name: 'purpose', value: body.purpose })}
      ${line(words.begin.date, { name: 'date', type: 'date', value: body.date ?? '' })}
      ${line(words.begin.start, { name: 'start', type: 'time', value: body.start ?? '' })}
      ${invited(room)} ${tick(words.settings.named, 'named', body.named)} ${tick(words.settings.blinded, 'blinded', body.blinded)}
      <p class="buttons">
        <button class="button">${words.settings.save}</button>
        ${body.state === 'preparing' ? state('open', words.settings.open) : ''} ${body.state === 'open' ? state('ended', words.settings.end) : ''}
        ${body.state === 'ended' ? state('open', words.settings.reopen) : ''}
      </p>
    </form>
  </details>`
}

/** The municipalities of the session's group, and those that are invited beside them. */
function invited({ live, context, words }: Room): TemplateResult {
  const { municipalities, groups } = context.lists
  const chosen = new Set(live.meeting.municipalities)
  const offered = new Set([...(groups.get(live.meeting.group)?.members ?? []).slice(0, 60), ...chosen])
  const rows = [...municipalities.values()].filter(({ code }) => offered.has(code))
  return html`<fieldset class="invited">
    <legend>${words.settings.municipalities}</legend>
    ${rows.map(({ code, name }) => html`<label class="tick"><input type="checkbox" name="invited" value=${code} .checked=${chosen.has(code)} /> <span>${name}</span></label>`)}
  </fieldset>`
}

function save(event: Event, { live }: Room): void {
  const { text, has } = written(event)
  dropDraft(draftOf(live))
  const part = live.part(live.id, 'meeting')!
  const codes = new FormData(event.target as HTMLFormElement).getAll('invited').map(String)
  live.change(part, {
    title: text('title') || part.body.title,
    purpose: text('purpose'),
    date: text('date') || null,
    start: text('start').slice(0, 5) || null,
    named: has('named'),
    blinded: has('blinded'),
    municipalities: codes.length > 0 ? codes : part.body.municipalities,
  })
}
