import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { BetterAnswer } from '../../../data/model/answers/better.ts'
import type { Content } from '../../../data/model/meetings/card.ts'
import { writeValue } from '../../../data/model/numbers.ts'
import { ask } from '../../api-client/ask.ts'
import { isDone, request } from '../../meetings/request.ts'
import { chooser, municipalitiesOf, placeName, type Room } from './room-parts.ts'

type Better = Extract<Content, { kind: 'better' }>
type Practice = {
  notes: { municipality: string; note: { text: string } }[]
  actions: { municipality: string; action: { text: string; goal: string; owner: string } }[]
}

/** Who does clearly better than a municipality on the card's figure, and is like it. @throws AskError */
const askBetter = ({ indicator }: Better, municipality: string, { context }: Room): Promise<BetterAnswer> =>
  ask<BetterAnswer>('better', { indicator, municipality }, context.lang)

/** What each municipality of the session would find on the card, a line each; what cannot be asked is left out. */
export async function betterTold(content: Better, room: Room): Promise<string[]> {
  const asked = municipalitiesOf(room).map(([code]) => askBetter(content, code, room).catch(() => null))
  return (await Promise.all(asked)).flatMap((found) => (found ? [foundLine(found, room)] : []))
}

function foundLine(found: BetterAnswer, { words, context }: Room): string {
  const { better } = words
  const write = (value: number) => writeValue(value, found.about, context.lang)
  const own = `${found.name}${found.value === null ? '' : ` ${write(found.value)}`} (${found.period})`
  const rows = found.rows.map(({ name, value }) => `${name} ${write(value)}`)
  const reason = found.reason ? better.reasons[found.reason] : better.none
  return `${own}: ${rows.length > 0 ? rows.join(', ') : reason}`
}

/** Who does clearly better on the figure and is like one's own, with what they have chosen to share. */
class BetterCard extends LitElement {
  static override properties = {
    content: { attribute: false },
    room: { attribute: false },
    code: { state: true },
    found: { state: true },
    practice: { state: true },
  }
  declare content: Better
  declare room: Room
  declare code: string
  declare found: BetterAnswer | undefined
  declare practice: Practice | undefined
  #asked = ''

  override createRenderRoot() {
    return this
  }

  override willUpdate() {
    this.code ??= this.room.live.self?.body.municipality ?? this.room.live.meeting.municipalities[0]!
    const wanted = `${this.content.indicator} ${this.code}`
    if (wanted === this.#asked) return
    this.#asked = wanted
    void this.#ask()
  }

  async #ask() {
    const { lang } = this.room.context
    const found = await askBetter(this.content, this.code, this.room).catch(() => undefined)
    this.found = found
    const codes = found?.rows.map(({ municipality }) => municipality).join(',')
    if (!codes) return
    const reply = await request('GET', `shared-practice?municipalities=${codes}`, lang)
    if (isDone(reply)) this.practice = reply.body as unknown as Practice
  }

  override render() {
    const { room, found } = this
    const { better } = room.words
    const places = chooser(better.for, this.code, municipalitiesOf(room), (code) => {
      this.code = code
    })
    if (!found) return places
    const empty = found.reason ? better.reasons[found.reason] : better.none
    return html`${places}
      <p><strong>${found.about.short}</strong>, ${found.name} ${found.value === null ? '' : writeValue(found.value, found.about, room.context.lang)} (${found.period})</p>
      ${found.rows.length === 0 ? html`<p class="notice">${empty}</p>` : html`${this.#list('like')} ${this.#list('same-start')}`}
      <p class="sources">${found.source} · ${found.processing}</p>`
  }

  #list(why: 'like' | 'same-start') {
    const { better } = this.room.words
    const rows = this.found!.rows.filter((row) => row.why === why)
    if (rows.length === 0) return nothing
    return html`<h3>${why === 'like' ? better.like : better.sameStart}</h3>
      <ul class="better">${rows.map((row) => this.#row(row))}</ul>`
  }

  #row({ name, municipality, value, since }: BetterAnswer['rows'][number]) {
    const { lang } = this.room.context
    const { better } = this.room.words
    const { about } = this.found!
    const write = (one: number) => writeValue(one, about, lang)
    const roles = [
      ...new Set(
        (this.practice?.actions ?? [])
          .filter((one) => one.municipality === municipality)
          .map(({ action }) => action.owner)
          .filter(Boolean),
      ),
    ]
    const shared = [
      ...(this.practice?.actions ?? [])
        .filter((one) => one.municipality === municipality)
        .map(({ action }) => action.text),
      ...(this.practice?.notes ?? []).filter((one) => one.municipality === municipality).map(({ note }) => note.text),
    ]
    return html`<li>
      <strong>${placeName(this.room, municipality) || name}</strong> ${since ? better.since(write(since.value), since.period, write(value)) : write(value)}
      ${
        shared.length > 0
          ? html`<details><summary>${better.shared}</summary><ul>${shared.map((one) => html`<li>${one}</li>`)}</ul></details>
          <span class="quiet">${roles.length > 0 ? better.ask(roles.join(', ')) : better.contact}</span>`
          : html`<span class="quiet">${better.nothing} ${better.contact}</span>`
      }
    </li>`
  }
}

customElements.define('js-better-card', BetterCard)

export const betterCard = (content: Better, room: Room): TemplateResult =>
  html`<js-better-card .content=${content} .room=${room}></js-better-card>`
