import { html, nothing, type TemplateResult } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { sizeUnit } from '../../../data/model/findings/action.ts'
import { type Action, actionStatuses, decisions } from '../../../data/model/meetings/action.ts'
import { newId } from '../../meetings/new-id.ts'
import { judgedList } from './action-list.ts'
import { draftedPart, dropDraft, keepDraft, restoreDrawn } from './draft.ts'
import { history } from './history.ts'
import { area, chooser, line, municipalitiesOf, numberIn, RoomElement, tick, written } from './room-parts.ts'

/** Goals and actions: those of the session before, judged, and those that are decided now. */
class Decide extends RoomElement {
  static override properties = {
    ...RoomElement.properties,
    editing: { state: true },
    measured: { state: true },
    indicator: { state: true },
  }
  /** Id of the action that is written; null for none. */
  declare editing: string | null
  declare measured: boolean
  /** The indicator that was chosen in the form; null until another is. */
  declare indicator: string | null

  constructor() {
    super()
    this.editing = null
    this.measured = true
    this.indicator = null
  }

  get #draft() {
    return { session: this.live.id, kind: 'action' } as const
  }

  override firstUpdated() {
    const drafted = draftedPart(this.#draft)
    if (drafted) this.#edit(drafted)
  }

  #restore = (form?: Element) => {
    if (form && this.editing) restoreDrawn(this.#draft, this.editing, form)
  }

  #letGo = () => {
    dropDraft(this.#draft)
    this.editing = null
  }

  override render() {
    const { words, live, room } = this
    const mayWrite = live.self !== undefined && (live.isLeader || live.self.body.municipality !== null)
    return html`<h2>${words.decide.title}</h2>
      <p>${words.decide.lead}</p>
      ${live.meeting.previous ? html`<h3>${words.decide.previous}</h3>${judgedList('previous', room)}` : nothing}
      <h3>${words.decide.own}</h3>
      ${judgedList('this', room, ({ id, action }) => (this.#mayChange(action) ? this.#buttons(id) : nothing))}
      ${mayWrite && this.editing === null ? html`<button class="button" @click=${() => this.#edit(newId())}>${words.decide.add}</button>` : nothing}
      ${this.editing === null ? nothing : this.#form(this.editing)}`
  }

  #mayChange = ({ municipality }: Action) => this.live.isLeader || this.live.self?.body.municipality === municipality

  #buttons(id: string) {
    const { words, live } = this
    return html`<div class="note-buttons">
      <button @click=${() => this.#edit(id)}>${words.decide.edit}</button>
      <button @click=${() => live.remove('action', id)}>${words.decide.remove}</button>
      ${history('action', id, this)}
    </div>`
  }

  #edit(id: string) {
    this.editing = id
    this.measured = this.live.part(id, 'action')?.body.expectation !== null
    this.indicator = null
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>('form.action select, form.action input')?.focus(),
    )
  }

  #form(id: string): TemplateResult {
    const { words, live } = this
    const before = live.part(id, 'action')?.body
    const { decide } = words
    const own = live.self?.body.municipality
    const places = live.isLeader ? municipalitiesOf(this) : municipalitiesOf(this).filter(([code]) => code === own)
    return html`<form class="action panel" ${ref(this.#restore)}
      @input=${(event: Event) => keepDraft(this.#draft, id, event.currentTarget as HTMLFormElement)}
      @submit=${(event: Event) => this.#save(event, id)}>
      ${chooser(decide.municipality, before?.municipality ?? own ?? places[0]?.[0] ?? '', places, () => {}, 'municipality')}
      ${line(decide.goal, { name: 'goal', value: before?.goal ?? '', max: 500 })}
      ${line(decide.text, { name: 'text', value: before?.text ?? '', max: 1000, required: true })}
      ${line(decide.owner, { name: 'owner', value: before?.owner ?? '', max: 120 })}
      ${line(decide.due, { name: 'due', value: before?.due ?? '', type: 'date' })}
      <label class="tick"><input type="checkbox" name="measured" .checked=${this.measured} @change=${(event: Event) => {
        this.measured = (event.target as HTMLInputElement).checked
      }} /> <span>${decide.measured}</span></label>
      ${this.measured ? this.#expectation(before?.expectation ?? null) : nothing}
      ${area(decide.because, { name: 'because', value: before?.because ?? '', max: 1000 })}
      ${chooser(
        decide.status,
        before?.status ?? 'planned',
        actionStatuses.map((one) => [one, decide.statuses[one]] as const),
        () => {},
        'status',
      )}
      ${chooser(decide.decided, before?.decided ?? '', [['', decide.undecided], ...decisions.map((one) => [one, decide.decisions[one]] as const)], () => {}, 'decided')}
      ${tick(decide.share, 'shared', before?.shared ?? false)}
      <p class="buttons"><button class="button">${decide.save}</button>
        <button class="button quiet" type="button" @click=${this.#letGo}>${decide.cancel}</button></p>
    </form>`
  }

  #expectation(before: Action['expectation']) {
    const { decide } = this.words
    const offered = this.#offered()
    const first = this.indicator ?? before?.indicator ?? offered[0]?.[0] ?? ''
    const kept = before?.indicator === first ? before : null
    const about = this.context.lists.indicators.get(first)
    const unit = about ? sizeUnit(about, this.context.lang) : ''
    const sizeLabel = unit ? `${decide.size} (${unit})` : decide.size
    const latest = about?.latest ?? new Date().getFullYear() - 1
    const choose = (indicator: string) => {
      this.indicator = indicator
    }
    return html`${chooser(decide.indicator, first, offered, choose, 'indicator')}
      ${line(decide.from, { name: 'from', type: 'number', value: String(kept?.from ?? latest), required: true })}
      ${line(decide.to, { name: 'period', type: 'number', value: String(kept?.period ?? latest + 1), required: true })}
      ${chooser(
        decide.direction,
        kept?.direction ?? this.#wished(first),
        (['up', 'down'] as const).map((one) => [one, decide.directions[one]] as const),
        () => {},
        'direction',
      )}
      ${line(sizeLabel, { name: 'size', number: this.words.number, value: before?.size?.toString().replace('.', ',') ?? '', hint: decide.sizeHint })}`
  }

  /** The way in which the indicator is better. */
  #wished = (indicator: string) =>
    this.context.lists.indicators.get(indicator)?.direction === 'higher' ? 'up' : 'down'

  /** Those on the agenda first. */
  #offered() {
    const { indicators } = this.context.lists
    const onAgenda = this.live.cards.flatMap(({ body }) =>
      body.content.kind === 'figure' ? (new URLSearchParams(body.content.query).get('indicator') ?? []) : [],
    )
    const rest = [...indicators.values()].filter(({ periods }) => periods.length > 0).map(({ id }) => id)
    return [...new Set([...onAgenda, ...rest])].flatMap((id) => {
      const one = indicators.get(id)
      return one ? [[id, one.short] as const] : []
    })
  }

  #save(event: Event, id: string) {
    const { text, has } = written(event)
    const before = this.live.part(id, 'action')?.body
    const size = Math.abs(numberIn(text('size')))
    this.live.save('action', id, {
      municipality: text('municipality'),
      goal: text('goal'),
      text: text('text'),
      owner: text('owner'),
      due: text('due') || null,
      expectation: has('measured')
        ? {
            indicator: text('indicator'),
            sex: before?.expectation?.sex ?? 'T',
            from: Number(text('from')),
            baseline: null,
            period: Number(text('period')),
            direction: text('direction') as 'up' | 'down',
            size: text('size') !== '' && size > 0 ? size : null,
          }
        : null,
      because: text('because'),
      notes: before?.notes ?? [],
      status: text('status') as Action['status'],
      decided: (text('decided') || null) as Action['decided'],
      shared: has('shared'),
    })
    this.#letGo()
  }
}

customElements.define('js-decide', Decide)

export const decide = ({ live, context }: Pick<RoomElement, 'live' | 'context'>): TemplateResult =>
  html`<js-decide .live=${live} .context=${context}></js-decide>`
