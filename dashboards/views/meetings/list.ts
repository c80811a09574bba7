import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Me } from '../../../data/model/answers/me.ts'
import type { ActionsAnswer, MeetingsAnswer } from '../../../data/model/answers/meetings.ts'
import { writeDate } from '../../../data/model/dates.ts'
import { TEMPLATES } from '../../../data/model/meetings/templates.ts'
import { lastDeletion } from '../../meetings/deletion.ts'
import { newId } from '../../meetings/new-id.ts'
import { isDone, reasonOf, request } from '../../meetings/request.ts'
import type { Context } from '../../page/view.ts'
import { link } from '../../parts/link.ts'
import { type MeetingTexts, meetingsIn } from '../../text/meetings/index.ts'
import { momentIn } from '../work/words.ts'
import { chooser, line, written } from './room-parts.ts'

type Listed = {
  meetings: MeetingsAnswer['meetings'] | null
  actions: ActionsAnswer | null
  /** Who is signed in; null for nobody. */
  account: Me['account']
}
type Behind = { id: string; title: string; municipalities: string[] }

/** One's sessions, a new one, the way in by code, and what became of what was decided. */
class MeetingList extends LitElement {
  static override properties = {
    listed: { attribute: false },
    context: { attribute: false },
    behind: { state: true },
    said: { state: true },
    template: { state: true },
  }
  declare listed: Listed
  declare context: Context
  declare behind: (Behind & { code: string }) | undefined
  declare said: string
  declare template: string
  #looked = ''

  constructor() {
    super()
    this.said = ''
    this.template = 'oj'
  }

  override createRenderRoot() {
    return this
  }

  get #words(): MeetingTexts {
    return meetingsIn(this.context.lang)
  }

  override willUpdate() {
    const { code } = this.context.state
    if (code === '' || code === this.#looked) return
    this.#looked = code
    void this.#look(code)
  }

  override render() {
    const words = this.#words
    const { meetings } = this.listed
    return html`<header class="finding"><h1 tabindex="-1">${words.title}</h1><p>${words.intro}</p></header>
      <p role="status" class="wrong">${this.said}</p>
      ${this.#deleted()}
      <div class="meeting-list">
        <div>
          ${meetings === null ? html`<p class="notice">${words.signIn}</p>` : this.#mine(meetings)}
          ${this.#join()} ${meetings === null ? nothing : this.#shelf()}
        </div>
        ${meetings === null ? nothing : this.#begin()}
      </div>
      ${this.listed.actions && this.listed.actions.actions.length > 0 ? this.#actions(this.listed.actions) : nothing}`
  }

  /** That a session is gone, said where its leader comes afterwards. */
  #deleted() {
    const receipt = lastDeletion()
    if (!receipt) return nothing
    const { keep } = this.#words
    const when = momentIn(receipt.deletedAt, this.context.lang)
    const parts = Object.values(receipt.parts).reduce((sum, count) => sum + count, 0)
    return html`<section class="panel" role="status" aria-labelledby="deleted">
      <h2 id="deleted">${keep.deleted(receipt.title)}</h2>
      <p>${keep.receipt(when, receipt.by, parts, receipt.anchor.seq)}</p>
    </section>`
  }

  #mine(meetings: MeetingsAnswer['meetings']) {
    const words = this.#words
    const { lang } = this.context
    return html`<section class="panel" aria-labelledby="mine">
      <h2 id="mine">${words.mine}</h2>
      ${meetings.length === 0 ? html`<p class="quiet">${words.none}</p>` : nothing}
      <ul class="meetings">
        ${meetings.map(
          (one) => html`<li>
            ${link(one.title, { meeting: one.id, mode: '' }, this.context)}
            <span class="quiet">${[one.date ? writeDate(one.date, lang) : words.noDate, words.states[one.state], one.role ? words.roles[one.role] : words.invited].join(' · ')}<br />${words.contents(one.cards, one.notes, one.actions)}</span>
          </li>`,
        )}
      </ul>
    </section>`
  }

  #shelf() {
    const { source } = this.#words
    return html`<section class="panel" aria-labelledby="shelf">
      <h2 id="shelf">${source.shelf}</h2>
      <p>${source.shelfLead}</p>
      <p>${link(source.shelf, { view: 'kunskapshylla', meeting: '', mode: '' }, this.context)}</p>
    </section>`
  }

  #join() {
    const { join } = this.#words
    if (this.behind) return this.#enter(this.behind)
    return html`<section class="panel" aria-labelledby="join">
      <h2 id="join">${join.title}</h2>
      <form @submit=${(event: Event) => this.#look(written(event).text('code'))}>
        ${line(join.code, { name: 'code', value: this.context.state.code, max: 20, required: true, hint: join.lead })}
        <p class="buttons"><button class="button quiet">${join.open}</button></p>
      </form>
    </section>`
  }

  async #look(code: string) {
    const reply = await request('POST', 'analysis-sessions/behind-code', this.context.lang, { code })
    this.said = isDone(reply) ? '' : reasonOf(reply)
    if (isDone(reply)) this.behind = { ...(reply.body as unknown as Behind), code }
  }

  #enter({ title, municipalities }: Behind) {
    const { join } = this.#words
    const names = municipalities.map(
      (code) => [code, this.context.lists.municipalities.get(code)?.name ?? code] as const,
    )
    return html`<section class="panel" aria-labelledby="join">
      <h2 id="join">${join.title}</h2>
      <p>${join.into(title)}</p>
      <form @submit=${this.#come}>
        ${line(join.name, { name: 'name', max: 60, required: true })} ${line(join.role, { name: 'title', max: 60 })}
        ${chooser(join.municipality, '', [['', join.noMunicipality], ...names], () => {}, 'municipality')}
        <p class="buttons"><button class="button">${join.enter}</button></p>
      </form>
    </section>`
  }

  #come = async (event: Event) => {
    const { text } = written(event)
    const { code } = this.behind!
    const person = { code, name: text('name'), title: text('title'), municipality: text('municipality') || null }
    const reply = await request('POST', 'analysis-sessions/join', this.context.lang, person)
    if (isDone(reply)) this.context.go({ meeting: String(reply.body.id), code: '', mode: 'part' })
    else this.said = reasonOf(reply)
  }

  #begin() {
    const words = this.#words
    const { lang, lists, state } = this.context
    const { begin } = words
    const templates = TEMPLATES.map(({ id, name }) => [id, name[lang]] as const)
    const groups = [...lists.groups.values()].filter(({ id, kind }) => id !== 'all' && kind !== 'similar')
    const ordered = groups.sort(
      (a, b) => Number(b.kind === 'fou') - Number(a.kind === 'fou') || a.name.localeCompare(b.name, 'sv'),
    )
    const group = state.group === 'all' ? (this.#ownGroup() ?? ordered[0]?.id ?? '') : state.group
    return html`<section class="panel" aria-labelledby="begin">
      <h2 id="begin">${begin.title}</h2>
      <form @submit=${this.#make}>
        ${chooser(
          begin.template,
          this.template,
          [...templates, ['', begin.noTemplate]],
          (id) => {
            this.template = id
          },
          'template',
        )}
        ${
          this.#needsArea()
            ? chooser(
                begin.area,
                state.area,
                [...lists.areas.values()].map(({ id, name }) => [id, name] as const),
                () => {},
                'area',
              )
            : nothing
        }
        ${chooser(
          begin.group,
          group,
          ordered.map(({ id, name, members }) => [id, `${name} (${members.length})`] as const),
          () => {},
          'group',
        )}
        ${line(begin.name, { name: 'title', max: 120 })} ${line(begin.date, { name: 'date', type: 'date' })} ${line(begin.start, { name: 'start', type: 'time' })}
        ${line(begin.you, { name: 'name', value: this.listed.account?.name.slice(0, 60) ?? '', max: 60, required: true })}
        <p class="buttons"><button class="button">${begin.make}</button></p>
      </form>
      <hr />
      <label class="field"><span>${begin.import}</span><input type="file" accept="application/json,.json" @change=${this.#import} /></label>
    </section>`
  }

  /** The group that one is an analyst of, where it is one that the figures know. */
  #ownGroup = () =>
    this.listed.account?.grants.find(({ role, scope }) => role === 'analyst' && this.context.lists.groups.has(scope))
      ?.scope

  #needsArea = () => TEMPLATES.find(({ id }) => id === this.template)?.needsArea ?? false

  #make = async (event: Event) => {
    const { text } = written(event)
    const { lists, lang } = this.context
    const words = this.#words
    const group = lists.groups.get(text('group'))
    if (!group) return
    const template = TEMPLATES.find(({ id }) => id === text('template'))
    const subject = lists.areas.get(text('area'))?.name ?? template?.name[lang] ?? words.untitled
    const id = newId()
    const reply = await request('POST', 'analysis-sessions', lang, {
      id,
      title: (text('title') || words.begin.defaultTitle(subject, group.name)).slice(0, 120),
      purpose: template?.purpose[lang] ?? '',
      date: text('date') || null,
      start: text('start').slice(0, 5) || null,
      group: group.id,
      municipalities: group.members.slice(0, 60),
      template: template?.id ?? null,
      area: text('area') || null,
      copyOf: null,
      follows: null,
      name: text('name'),
      municipality: null,
    })
    if (isDone(reply)) this.context.go({ meeting: id, mode: 'prepare' })
    else this.said = reasonOf(reply)
  }

  #import = async (event: Event) => {
    const file = (event.target as HTMLInputElement).files?.[0]
    if (!file) return
    const response = await fetch(`/api/v1/analysis-sessions/import?lang=${this.context.lang}`, {
      method: 'POST',
      body: file,
    }).catch(() => null)
    const body = (await response?.json().catch(() => null)) ?? {}
    if (response?.ok) this.context.go({ meeting: String(body.id), mode: 'prepare' })
    else this.said = String(body.detail ?? '')
  }

  #actions(actions: ActionsAnswer) {
    const words = this.#words
    const { overview, decide } = words
    const { summary } = actions
    return html`<section class="panel" aria-labelledby="actions">
      <h2 id="actions">${overview.title}</h2>
      <p>${overview.lead} ${decide.summary(summary.judged, summary.total, summary.met)} ${summary.overdue > 0 ? overview.overdue(summary.overdue) : ''}</p>
      <p>${link(overview.toAll, { view: 'atgarder', meeting: '', mode: '' }, this.context)}</p>
    </section>`
  }
}

customElements.define('js-meeting-list', MeetingList)

export const meetingList = (listed: Listed, context: Context): TemplateResult =>
  html`<js-meeting-list .listed=${listed} .context=${context}></js-meeting-list>`
