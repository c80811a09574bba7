import type { JudgedAction } from '../../../data/model/answers/meetings.ts'
import { writeDate } from '../../../data/model/dates.ts'
import { sizeIn } from '../../../data/model/findings/action.ts'
import { joined } from '../../../data/model/findings/finding.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import type { ExportedFigure } from '../../exports/figure.ts'
import type { Block, Minutes } from '../../exports/minutes.ts'
import { titleOf } from './card-body.ts'
import { placeName, type Room } from './room-parts.ts'

export type Told = {
  figures: ReadonlyMap<string, ExportedFigure>
  previous: readonly JudgedAction[]
  own: readonly JudgedAction[]
  /** What stands on each card besides its text and figure, a line each. */
  lines: ReadonlyMap<string, readonly string[]>
}

/** The session as minutes: what was shown, with its sources, what was written at it, and what was decided. */
export function minutesOf(room: Room, told: Told): Minutes {
  const { live, context, words } = room
  const text = (words_: string): Block[] => (words_ ? [{ kind: 'text', text: words_ }] : [])
  const banner = live.release?.sample ? context.texts.sample : ''
  return {
    title: live.meeting.title,
    lang: context.lang,
    blocks: [
      { kind: 'title', text: words.minutes.heading(live.meeting.title) },
      ...(banner ? [{ kind: 'warning', text: banner } as const] : []),
      ...factsOf(room).map((fact): Block => ({ kind: 'text', text: fact })),
      ...text(live.meeting.purpose),
      ...previousBlocks(room, told),
      ...live.cards.filter(({ body }) => body.visibility === 'all').flatMap((card) => cardBlocks(card, room, told)),
      ...noteBlocks(null, room, words.minutes.whole),
      { kind: 'heading', text: words.minutes.actions },
      ...actionBlocks(told.own, room),
      { kind: 'quiet', text: words.minutes.hiddenLeft },
    ],
  }
}

/** When, who, about what, and out of which release. */
export function factsOf(room: Room): string[] {
  const { live, context, words } = room
  const { date, start, municipalities } = live.meeting
  const { minutes } = words
  const people = live.all('participant').filter(({ body }) => !body.out)
  const names = people.map(({ body }) =>
    [body.name, placeName(room, body.municipality) || body.title].filter(Boolean).join(', '),
  )
  return [
    date ? `${minutes.when}: ${writeDate(date, context.lang)}${start ? ` ${start}` : ''}` : '',
    `${minutes.group}: ${joined(
      municipalities.map((code) => placeName(room, code)),
      context.lang,
    )}`,
    `${minutes.participants}: ${names.join('; ')}`,
    live.release
      ? `${minutes.source}: ${words.frozen(live.release.id, writeDate(live.release.builtAt, context.lang))}`
      : '',
  ].filter(Boolean)
}

function cardBlocks(card: PartOf<'card'>, room: Room, { figures, lines }: Told): Block[] {
  const { live } = room
  const { content } = card.body
  const figure = figures.get(card.id)
  const said = 'text' in content ? (live.filled[card.id] ?? content.text) : ''
  return [
    { kind: 'heading', text: titleOf(card, room) },
    ...(said && said !== titleOf(card, room) ? [{ kind: 'text', text: said } as const] : []),
    ...(content.kind === 'source' && content.url ? [{ kind: 'quiet', text: content.url } as const] : []),
    ...(figure ? [{ kind: 'figure', figure } as const] : []),
    ...listOf(lines.get(card.id) ?? []),
    ...noteBlocks(card.id, room, ''),
  ]
}

const listOf = (items: readonly string[]): Block[] => (items.length > 0 ? [{ kind: 'list', items }] : [])

/** What became of the actions of the session before, where no card says it. */
function previousBlocks({ live, words }: Room, { previous }: Told): Block[] {
  const isOnCard = live.cards.some(({ body }) => body.content.kind === 'actions' && body.content.of === 'previous')
  if (isOnCard || previous.length === 0) return []
  return [{ kind: 'heading', text: words.minutes.previous }, ...listOf(previous.map((one) => judgedLine(one, words)))]
}

/** Notes by kind, grouped ones under their head; those of a claim without a figure say so. */
function noteBlocks(card: string | null, room: Room, heading: string): Block[] {
  const { live } = room
  const notes = live.notesAt(card).filter(({ body }) => !body.hidden)
  if (notes.length === 0) return []
  const heads = notes.filter(({ body }) => !notes.some(({ id }) => id === body.under))
  const items = heads.flatMap((head) => [
    noteLine(head, room),
    ...notes.filter(({ body }) => body.under === head.id).map((one) => `    ${noteLine(one, room)}`),
  ])
  return [...(heading ? [{ kind: 'heading', text: heading } as const] : []), { kind: 'list', items }]
}

export function noteLine({ body, author }: PartOf<'note'>, room: Room): string {
  const { live, words } = room
  const on = live.cards.find(({ id }) => id === body.card)
  const isClaim = body.kind === 'observation' || body.kind === 'interpretation'
  const facts = [
    words.noteKinds[body.kind],
    placeName(room, body.municipality),
    body.point ?? '',
    body.kind === 'common' || !live.meeting.named ? '' : live.nameOf(author),
    isClaim && on?.body.content.kind !== 'figure' ? words.minutes.unsupported : '',
  ]
  return `${facts.filter(Boolean).join(', ')}: ${body.text}`
}

function actionBlocks(actions: readonly JudgedAction[], room: Room): Block[] {
  const { minutes } = room.words
  if (actions.length === 0) return [{ kind: 'text', text: minutes.noActions }]
  const columns: string[] = Object.values(minutes.columns)
  return [{ kind: 'table', columns, rows: actions.map((one) => actionRow(one, room)) }]
}

function actionRow({ name, action, about }: JudgedAction, { words, context }: Room): string[] {
  const { expectation } = action
  const expected =
    expectation && about
      ? words.decide.expectation(
          about.short,
          words.decide.directions[expectation.direction],
          expectation.size === null ? '' : sizeIn(expectation.size, about, context.lang),
          expectation.period,
        )
      : words.decide.noExpectation
  return [
    name,
    action.goal,
    action.text,
    action.owner,
    action.due ? writeDate(action.due, context.lang) : '',
    [expected, action.because].filter(Boolean).join('. '),
  ]
}

/** What was to be done, and what the figures say of it. */
export const judgedLine = ({ name, action, word, sentence }: JudgedAction, { decide }: Room['words']): string =>
  `${name}: ${action.text} – ${word ? `${word}. ${sentence ?? ''}` : decide.notDue}`
