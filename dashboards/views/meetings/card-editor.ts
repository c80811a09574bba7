import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Card, CardKind, Content } from '../../../data/model/meetings/card.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import { PROMPTS } from '../../../data/model/meetings/prompts.ts'
import type { LiveMeeting } from '../../meetings/live-meeting.ts'
import { isDone, reasonOf } from '../../meetings/request.ts'
import type { Context } from '../../page/view.ts'
import { meetingsIn } from '../../text/meetings/index.ts'
import { indicatorOf } from './card-body.ts'
import { keepDraft, restoreDraft } from './draft.ts'
import { fromShelf } from './from-shelf.ts'
import { area, chooser, line, type Room, tick, written } from './room-parts.ts'

type Save = (card: Card) => void
type Written = ReturnType<typeof written>

const PREVIEW_MS = 400

/** A card as it is written. A text shows what its tokens become, and is not saved while one of them is unknown. */
class CardEditor extends LitElement {
  static override properties = {
    card: { attribute: false },
    room: { attribute: false },
    save: { attribute: false },
    becomes: { state: true },
    wrong: { state: true },
  }
  declare card: PartOf<'card'>
  declare room: Room
  declare save: Save
  declare becomes: string
  declare wrong: readonly string[]
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.becomes = ''
    this.wrong = []
  }

  override createRenderRoot() {
    return this
  }

  override firstUpdated() {
    this.querySelector<HTMLElement>('input, textarea')?.focus()
    restoreDraft(this.#draft, this.card.id, this.querySelector('form')!)
    const text = this.querySelector<HTMLTextAreaElement>('textarea[name=text]')?.value ?? ''
    if (this.card.body.content.kind === 'text') void this.#fill(text)
  }

  get #draft() {
    return { session: this.room.live.id, kind: 'card' } as const
  }

  override render() {
    const { body } = this.card
    const { words } = this.room
    return html`<form class="panel card-editor" @submit=${this.#submit} @input=${this.#keep}>
      ${line(words.card.title, { name: 'title', value: body.title, max: 160 })}
      ${line(words.card.minutes, { name: 'minutes', type: 'number', value: String(body.minutes) })}
      ${this.#fields(body.content)}
      ${area(words.card.speaker, { name: 'speaker', value: body.speaker, max: 4000 })}
      ${tick(words.card.visible, 'visible', body.visibility === 'all')}
      <p class="buttons"><button class="button">${words.card.save}</button></p>
    </form>`
  }

  #fields(content: Content): TemplateResult | typeof nothing {
    const { words } = this.room
    switch (content.kind) {
      case 'text':
        return this.#textField(content.text)
      case 'question':
        return this.#questionField(content.text)
      case 'source':
        return html`${fromShelf(this.room.context.lang, this.#take)} ${area(words.source.text, { name: 'text', value: content.text, max: 20_000 })}
          ${line(words.source.url, { name: 'url', type: 'url', value: content.url })}
          ${line(words.card.year, { name: 'year', type: 'number', value: content.year?.toString() ?? '' })}
          ${line(words.source.theme, { name: 'theme', value: content.theme, max: 80 })}`
      case 'figure':
        return html`${this.#indicator(new URLSearchParams(content.query).get('indicator') ?? '')}
          ${line(words.card.address, { name: 'query', value: content.query, max: 2000, hint: words.card.figureHint })}`
      case 'guess':
        return html`${this.#indicator(content.indicator)} ${line(words.card.year, { name: 'period', type: 'number', value: String(content.period) })}`
      case 'better':
        return this.#indicator(content.indicator)
      case 'vote':
        return html`${line(words.card.question, { name: 'text', value: content.text, required: true })}
          ${area(words.card.options, { name: 'options', value: content.options.join('\n') })}
          ${line(words.card.dots, { name: 'dots', type: 'number', value: String(content.dots) })}`
      case 'grade':
        return line(words.card.question, { name: 'text', value: content.text, required: true })
      case 'actions':
        return chooser(
          words.cardKinds.actions,
          content.of,
          (['previous', 'this'] as const).map((of) => [of, words.card.of[of]] as const),
          () => {},
          'of',
        )
    }
  }

  /** A source from the shelf takes the place of what was written. */
  #take = ({ title, content }: { title: string; content: Content }) => {
    const card = { ...this.card.body, title: title.slice(0, 160), content }
    this.card = { ...this.card, body: card }
  }

  #textField(text: string) {
    const { card } = this.room.words
    return html`<div class="field wide"><label><span>${card.text}</span>
        <textarea name="text" rows="5" maxlength="4000" .value=${text} @input=${this.#typed} aria-describedby=${`becomes-${this.card.id}`}></textarea></label><small>${card.tokens}</small></div>
      <div class="becomes" id=${`becomes-${this.card.id}`} role="status">
        ${this.becomes ? html`<p><strong>${card.becomes}</strong> ${this.becomes}</p>` : nothing}
        ${this.wrong.map((one) => html`<p class="wrong">${one}</p>`)}
      </div>`
  }

  #typed = (event: Event) => {
    const text = (event.target as HTMLTextAreaElement).value
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#fill(text), PREVIEW_MS)
  }

  /** What a text becomes, and what in it is unknown. @returns whether it can be saved */
  async #fill(text: string): Promise<boolean> {
    const reply = await this.room.live.ask('POST', 'filled-text', { text })
    if (!isDone(reply)) {
      this.wrong = [reasonOf(reply)].filter(Boolean)
      return reply.status === 0
    }
    const { text: becomes, mistakes } = reply.body as unknown as {
      text: string
      mistakes: { token: string; message: string }[]
    }
    this.becomes = text.includes('{') ? becomes : ''
    this.wrong = mistakes.map(({ token, message }) => `${token} ${message}`)
    return mistakes.length === 0
  }

  #questionField(text: string) {
    const { words, context } = this.room
    const prompts = PROMPTS.map((prompt) => [prompt.text[context.lang], prompt.text[context.lang]] as const)
    return html`${chooser(words.card.prompt, '', [['', '–'], ...prompts], (chosen) => {
      const box = this.querySelector<HTMLTextAreaElement>('textarea[name=text]')
      if (box && chosen) box.value = chosen
    })}
    ${area(words.card.question, { name: 'text', value: text, max: 1000 })}`
  }

  #indicator(id: string) {
    const { context, words } = this.room
    const offered = [...context.lists.indicators.values()].filter(({ periods }) => periods.length > 0)
    return chooser(
      words.card.indicator,
      id,
      offered.map((one) => [one.id, one.short] as const),
      (chosen) => this.#toFigure(chosen),
      'indicator',
    )
  }

  /** Another indicator in the figure's address. */
  #toFigure(indicator: string) {
    const box = this.querySelector<HTMLInputElement>('input[name=query]')
    if (!box) return
    const query = new URLSearchParams(box.value)
    query.set('indicator', indicator)
    query.delete('period')
    box.value = query.toString()
  }

  #keep = (event: Event) => keepDraft(this.#draft, this.card.id, event.currentTarget as HTMLFormElement)

  #submit = async (event: Event) => {
    const form = written(event)
    const { content } = this.card.body
    if (content.kind === 'text' && !(await this.#fill(form.text('text')))) return
    this.save({
      ...this.card.body,
      title: form.text('title'),
      minutes: Math.min(480, Math.max(0, Math.round(Number(form.text('minutes')) || 0))),
      speaker: form.text('speaker'),
      visibility: form.has('visible') ? 'all' : 'leaders',
      content: changed(content, form),
    })
  }
}

function changed(content: Content, { text }: Written): Content {
  const given = text('text')
  switch (content.kind) {
    case 'text':
      return { ...content, text: given }
    case 'question':
    case 'grade':
      return { ...content, text: given || content.text }
    case 'source':
      return { ...content, text: given, url: text('url'), year: Number(text('year')) || null, theme: text('theme') }
    case 'figure':
      return { ...content, query: text('query').replace(/^.*\?/, '').replace(/#.*$/, ''), asks: [] }
    case 'guess':
      return { ...content, indicator: text('indicator'), period: Number(text('period')) || content.period }
    case 'better':
      return { ...content, indicator: text('indicator') }
    case 'vote':
      return {
        ...content,
        text: given || content.text,
        options: optionsIn(text('options'), content.options),
        dots: Math.min(10, Math.max(1, Number(text('dots')) || 3)),
      }
    case 'actions':
      return { ...content, of: text('of') as 'previous' | 'this' }
  }
}

function optionsIn(given: string, before: string[]): string[] {
  const options = given
    .split('\n')
    .map((one) => one.trim().slice(0, 120))
    .filter(Boolean)
  return options.length >= 2 ? options.slice(0, 20) : before
}

/** What a new card of a kind holds. */
export function contentOf(kind: CardKind, live: LiveMeeting, { lists, lang }: Context): Content {
  const measured = [...lists.indicators.values()].filter(({ periods }) => periods.length > 0)
  const onAgenda = live.cards.map(({ body }) => indicatorOf(body.content)).find(Boolean)
  const indicator = measured.find(({ id }) => id === onAgenda) ?? measured[0]
  const id = indicator?.id ?? 'N31807'
  const prompt = PROMPTS[0]!.text[lang]
  const first = meetingsIn(lang).card.first
  const query = new URLSearchParams({
    view: 'compare',
    group: live.meeting.group,
    indicator: id,
  })
  const made: Record<CardKind, Content> = {
    figure: { kind: 'figure', query: query.toString(), figure: 'rang', asks: [] },
    text: { kind: 'text', text: '' },
    question: { kind: 'question', text: prompt },
    source: { kind: 'source', text: '', url: '', year: null, theme: '', source: null },
    guess: { kind: 'guess', indicator: id, period: indicator?.latest ?? new Date().getFullYear() - 1, shown: false },
    vote: { kind: 'vote', text: first.vote, options: first.options.split('\n'), dots: 3, shown: false },
    grade: { kind: 'grade', text: first.grade, shown: false },
    better: { kind: 'better', indicator: id },
    actions: { kind: 'actions', of: 'this' },
  }
  return made[kind]
}

customElements.define('js-card-editor', CardEditor)

export const cardEditor = (card: PartOf<'card'>, room: Room, save: Save): TemplateResult =>
  html`<js-card-editor .card=${card} .room=${room} .save=${save}></js-card-editor>`
