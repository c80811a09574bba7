import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { ActionsAnswer, JudgedAction } from '../../../data/model/answers/meetings.ts'
import { writeDate } from '../../../data/model/dates.ts'
import { sizeIn } from '../../../data/model/findings/action.ts'
import { writeValue } from '../../../data/model/numbers.ts'
import { isDone } from '../../meetings/request.ts'
import type { MeetingTexts } from '../../text/meetings/index.ts'
import type { Room } from './room-parts.ts'

const MARKS = { met: '▲', unmet: '▼', 'cannot-be-said': '●' } as const

type Buttons = (action: JudgedAction) => TemplateResult | typeof nothing

/** Actions with what the figures say of them. */
export function actionItems(
  { actions }: Pick<ActionsAnswer, 'actions'>,
  words: MeetingTexts,
  lang: 'sv' | 'en',
  buttons: Buttons = () => nothing,
): TemplateResult {
  const { decide } = words
  if (actions.length === 0) return html`<p class="quiet">${decide.none}</p>`
  return html`<ul class="decided">
    ${actions.map(
      (one) => html`<li>
        <p class="action-head"><strong>${one.name}</strong> ${one.action.text}</p>
        <p class="quiet">${factsOf(one, words, lang).join(' · ')}</p>
        ${expectationOf(one, words, lang)} ${verdictOf(one, words, lang)} ${buttons(one)}
      </li>`,
    )}
  </ul>`
}

function factsOf({ action }: JudgedAction, { decide }: MeetingTexts, lang: 'sv' | 'en'): string[] {
  const late =
    action.due &&
    action.due < new Date().toISOString().slice(0, 10) &&
    action.status !== 'done' &&
    action.status !== 'dropped'
  return [
    action.goal,
    action.owner && decide.by(action.owner),
    action.due && decide.dueBy(writeDate(action.due, lang)),
    decide.statuses[action.status],
    late ? decide.late : '',
    action.decided ? decide.decisions[action.decided] : '',
  ].filter((one): one is string => Boolean(one))
}

function expectationOf({ action, about }: JudgedAction, { decide }: MeetingTexts, lang: 'sv' | 'en') {
  const { expectation } = action
  if (!expectation || !about) return html`<p class="quiet">${decide.noExpectation}</p>`
  const write = (value: number) => writeValue(value, about, lang)
  const from =
    expectation.baseline === null
      ? decide.noBaseline(expectation.from)
      : decide.baseline(write(expectation.baseline), expectation.from)
  const size = expectation.size === null ? '' : sizeIn(expectation.size, about, lang)
  return html`<p>${decide.expectation(about.short, decide.directions[expectation.direction], size, expectation.period)} (${from}).
    ${action.because ? html`<em>${action.because}</em>` : nothing}</p>`
}

function verdictOf(
  { verdict, word, sentence, action, about, revisedBaseline }: JudgedAction,
  { decide }: MeetingTexts,
  lang: 'sv' | 'en',
) {
  if (!action.expectation) return nothing
  if (!verdict) return html`<p class="quiet">${decide.notDue}</p>`
  return html`<p class=${`verdict verdict-${verdict.outcome}`}><strong><span aria-hidden="true">${MARKS[verdict.outcome]}</span> ${word}.</strong> ${sentence}
    ${revisedBaseline !== null && about ? decide.revised(writeValue(revisedBaseline, about, lang)) : nothing}</p>`
}

/** The actions of a session or of the one before, asked for again whenever something is decided. */
class JudgedList extends LitElement {
  static override properties = {
    of: {},
    room: { attribute: false },
    answer: { state: true },
    buttons: { attribute: false },
  }
  declare of: 'previous' | 'this'
  declare room: Room
  declare buttons: Buttons | undefined
  declare answer: ActionsAnswer | undefined
  #asked = ''

  override createRenderRoot() {
    return this
  }

  override willUpdate() {
    const { live } = this.room
    const wanted = `${this.of} ${live
      .all('action')
      .map(({ id, version }) => `${id}${version}${live.outbox.of(id) ? '…' : ''}`)
      .join()}`
    if (wanted === this.#asked) return
    this.#asked = wanted
    void live.ask('GET', 'judged-actions').then((reply) => {
      if (!isDone(reply)) return
      const { previous, own } = reply.body as unknown as Record<'previous' | 'own', ActionsAnswer>
      this.answer = this.of === 'previous' ? previous : own
    })
  }

  override render() {
    const { words, context } = this.room
    if (!this.answer) return html`<p class="quiet" aria-busy="true">${words.card.loading}</p>`
    const { summary } = this.answer
    return html`${summary.judged > 0 ? html`<p><strong>${words.decide.summary(summary.judged, summary.total, summary.met)}</strong></p>` : nothing}
      ${actionItems(this.answer, words, context.lang, this.buttons)}`
  }
}

customElements.define('js-judged-list', JudgedList)

export const judgedList = (of: 'previous' | 'this', room: Room, buttons?: Buttons): TemplateResult =>
  html`<js-judged-list .of=${of} .room=${room} .buttons=${buttons}></js-judged-list>`
