import { randomBytes } from 'node:crypto'
import { agendaOf } from '../../data/model/meetings/agenda.ts'
import type { Begin } from '../../data/model/meetings/begin.ts'
import type { Card } from '../../data/model/meetings/card.ts'
import { inOrder, type PartOf, partsOf } from '../../data/model/meetings/part.ts'
import { sceneOf, seenBy } from '../../data/model/meetings/sight.ts'
import { TEMPLATES } from '../../data/model/meetings/templates.ts'
import { append } from '../../data/workspace/audit.ts'
import { meetingPart, partsIn, save } from '../../data/workspace/meetings/parts.ts'
import { invite, takePart } from '../../data/workspace/meetings/people.ts'
import type { Workspace, Writing } from '../../data/workspace/workspace.ts'
import { indicatorsOf, municipalityOf } from '../figures/lookup.ts'
import { membersOf } from '../figures/members.ts'
import type { Language } from '../language.ts'
import { Problem } from '../problem.ts'
import type { OpenRelease } from '../release/open-release.ts'
import { newsOf } from './news.ts'
import { type Asker, seatOf, viewerOf } from './seat.ts'

type Account = NonNullable<Asker['account']>
/** Reads from an earlier release while the work goes on; null where it is gone. */
export type Earlier = <T>(id: string, work: (release: OpenRelease | null) => Promise<T>) => Promise<T>

const GAP = 1000

/** A new id: 16 random bytes. */
export const newId = (): string => randomBytes(16).toString('base64url')

/**
 * Makes a session with its agenda, the asker as its host and the release in service as the one it reads from. The same id again
 * is the same session.
 * @throws Problem for what the release does not know, or a session to copy that the asker cannot read
 */
export async function beginMeeting(
  workspace: Workspace,
  account: Account,
  wish: Begin,
  { release, earlier, language }: { release: OpenRelease; earlier: Earlier; language: Language },
): Promise<void> {
  membersOf(release, [wish.group], language, 'group')
  for (const code of wish.municipalities) municipalityOf(release, code, 'municipalities')
  const cards = await cardsFor(workspace, account, wish, { release, earlier, language })
  await workspace.write(async (transaction) => {
    const there = await meetingPart(transaction, wish.id)
    if (there) return refuseOthers(transaction, account, wish.id)
    await write(transaction, account, wish, release.about.id, cards)
  })
}

async function refuseOthers(transaction: Writing, account: Account, id: string): Promise<void> {
  const { participant } = await seatOf(transaction, { account, pass: null, readsProtected: false }, id)
  if (participant?.body.role === 'host') return
  throw new Problem('conflict', { sv: 'Id:t är upptaget.', en: 'The id is taken.' })
}

async function write(transaction: Writing, account: Account, wish: Begin, release: string, cards: readonly Card[]) {
  const [meeting, host] = [wish.id, newId()]
  const { title, purpose, date, start, group, municipalities, follows } = wish
  const common = { meeting, base: 0, by: host }
  await save(transaction, {
    ...common,
    kind: 'participant',
    id: host,
    body: { name: wish.name, municipality: wish.municipality, role: 'host', title: '', muted: false, out: false },
  })
  await save(transaction, {
    ...common,
    kind: 'meeting',
    id: meeting,
    body: {
      ...{ title, purpose, date, start, group, municipalities, release, host },
      previous: follows,
      state: 'preparing',
      named: true,
      blinded: false,
      place: null,
      timer: null,
    },
  })
  for (const card of cards) await save(transaction, { ...common, kind: 'card', id: newId(), body: card })
  await invite(transaction, meeting, municipalities)
  await takePart(transaction, meeting, account.id, host)
  await append(transaction, { actor: account.id, action: 'analysis-session.begun', object: meeting })
}

type Making = { release: OpenRelease; earlier: Earlier; language: Language }

async function cardsFor(workspace: Workspace, account: Account, wish: Begin, making: Making): Promise<Card[]> {
  const from = wish.follows ?? wish.copyOf
  if (from) return copiedCards(workspace, account, from, wish, making)
  const template = TEMPLATES.find(({ id }) => id === wish.template)
  if (!template) return []
  const { release, language } = making
  const inArea = wish.area === null ? [] : indicatorsOf(release, wish.area)
  const indicators = inArea.filter(({ id }) => (release.coverage.get(id) ?? []).some((year) => year.everyone > 0))
  return agendaOf(template, {
    lang: language,
    group: wish.group,
    municipality: wish.municipality ?? wish.municipalities[0]!,
    indicators: indicators.map(({ id, short, core, direction }) => ({
      ...{ id, short: short[language], core },
      judged: direction !== 'neutral',
    })),
    hasPrevious: false,
  })
}

/** The other session's cards as the asker may see them; the next year's with what is new in each figure, and actions first. */
async function copiedCards(
  workspace: Workspace,
  account: Account,
  from: string,
  wish: Begin,
  making: Making,
): Promise<Card[]> {
  const seat = await seatOf(workspace.read, { account, pass: null, readsProtected: false }, from)
  const parts = await partsIn(workspace.read, from)
  const scene = sceneOf(parts)
  const seen = parts.map((part) => seenBy(viewerOf(seat), part, scene)).filter((part) => part !== null)
  const cards = inOrder(partsOf(seen, 'card')).map(({ body }) => closedAgain(body))
  if (!wish.follows) return cards
  return making.earlier(seat.meeting.body.release, (old) => nextYears(cards, seat.meeting, wish, { ...making, old }))
}

async function nextYears(
  cards: readonly Card[],
  { body }: PartOf<'meeting'>,
  wish: Begin,
  { release, old, language }: Making & { old: OpenRelease | null },
): Promise<Card[]> {
  const rest = cards.filter(({ content }) => !(content.kind === 'actions' && content.of === 'previous'))
  const marked = await Promise.all(
    rest.map(async (card) =>
      renewed(card, await newsOf(card, { old, release, municipalities: body.municipalities, language })),
    ),
  )
  const first: Card = {
    title: LAST_YEAR[language],
    weight: 0,
    minutes: 15,
    speaker: '',
    visibility: 'all',
    news: '',
    content: { kind: 'actions', of: 'previous' },
  }
  const renumbered = [first, ...marked].map((card, index) => ({ ...card, weight: (index + 1) * GAP }))
  return wish.follows ? renumbered : marked
}

const LAST_YEAR = { sv: 'Förra mötets åtgärder', en: 'Actions of the session before' }

/** What was shown or answered in the other session is not yet in this one. */
function closedAgain(card: Card): Card {
  const { content } = card
  return { ...card, news: '', content: 'shown' in content ? { ...content, shown: false } : content }
}

/** A figure of the next session shows the newest year of its release. */
function renewed(card: Card, news: string): Card {
  if (card.content.kind !== 'figure') return { ...card, news }
  const query = new URLSearchParams(card.content.query)
  query.delete('period')
  return { ...card, news, content: { ...card.content, query: query.toString(), asks: [] } }
}
