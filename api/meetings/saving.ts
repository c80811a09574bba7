import type { Body, Part, PartKind, PartOf } from '../../data/model/meetings/part.ts'
import { refusalOf } from '../../data/model/meetings/rules.ts'
import { holdsIn } from '../../data/workspace/meetings/holds.ts'
import { firstAuthor, partIn, remove, type Saved, save } from '../../data/workspace/meetings/parts.ts'
import { invite } from '../../data/workspace/meetings/people.ts'
import type { Workspace, Writing } from '../../data/workspace/workspace.ts'
import { invalidQuestion, Problem } from '../problem.ts'
import { asksOf } from './asks.ts'
import { type Asker, penOf, type Seat, seatOf } from './seat.ts'

/** What somebody wants to save over the version that they saw. */
export type Wish = { meeting: string; kind: PartKind; id: string; base: number; body: Body | null }

/** More of a kind than this is no session any more. */
const MOST: Record<PartKind, number> = {
  meeting: 1,
  participant: 300,
  card: 200,
  note: 5000,
  answer: 20_000,
  action: 500,
}

/**
 * Saves or takes away a part for an asker: in one transaction it is seen who asks, whether they may, and whether they saw the
 * latest. A stale save is no error here: both versions go back to the writer.
 * @throws Problem for what may not be done
 */
export function carryOut(workspace: Workspace, asker: Asker, wish: Wish): Promise<Saved> {
  return workspace.write(async (transaction) => {
    const seat = await seatOf(transaction, asker, wish.meeting)
    const pen = penOf(seat)
    const before = await partIn(transaction, wish.meeting, wish.id)
    if (before && before.kind !== wish.kind) throw wrongKind()
    await allow(transaction, seat, wish, before)
    if (!asker.readsProtected) refuseNewAsks(before, wish.body)
    const { meeting, kind, id, base, body } = wish
    const saved = body
      ? await save(transaction, { meeting, kind, id, base, body, by: pen.id })
      : await remove(transaction, { meeting, kind, id, base, by: pen.id })
    if (saved.state === 'saved') await follow(transaction, before, saved.part, pen.id)
    return saved
  })
}

async function allow(transaction: Writing, seat: Seat, wish: Wish, before: Part | null): Promise<void> {
  const { meeting, kind, id, body } = wish
  const pen = penOf(seat)
  const author = before?.author ?? (await firstAuthor(transaction, meeting, id)) ?? pen.id
  const { state, host } = seat.meeting.body
  const refusal = refusalOf(kind, { pen, state, host, author }, before?.body ?? null, body)
  if (refusal) throw new Problem('not-allowed', refusal)
  if (kind === 'meeting' && (id !== meeting || body === null)) throw wrongKind()
  if (kind === 'note') await respectHold(transaction, wish, pen.id)
  if (!before && body) await leaveRoom(transaction, meeting, kind)
}

/** Protected figures are put on a card by those who may read them, and by nobody else. */
function refuseNewAsks(before: Part | null, body: Body | null): void {
  const [there, wanted] = [before?.kind === 'card' ? before.body : null, body && 'content' in body ? body : null]
  if (asksOf(wanted).every((ask) => asksOf(there).includes(ask))) return
  throw new Problem('not-allowed', {
    sv: 'Bara den som får läsa skyddade siffror kan lägga dem på ett kort.',
    en: 'Only those who may read protected figures can put them on a card.',
  })
}

const wrongKind = () =>
  new Problem('invalid-question', {
    sv: 'Id:t tillhör något annat i mötet.',
    en: 'The id belongs to something else in the session.',
  })

/** A common text is written by the one who holds it. */
async function respectHold(transaction: Writing, { meeting, id, body }: Wish, pen: string): Promise<void> {
  if (body && !('kind' in body && body.kind === 'common')) return
  const held = (await holdsIn(transaction, meeting)).find(({ part }) => part === id)
  if (!held || held.participant === pen) return
  const holder = (await partIn(transaction, meeting, held.participant)) as PartOf<'participant'> | null
  const name = holder?.body.name ?? '…'
  throw new Problem('conflict', { sv: `${name} skriver just nu.`, en: `${name} is writing just now.` })
}

async function leaveRoom(transaction: Writing, meeting: string, kind: PartKind): Promise<void> {
  const row = await transaction
    .selectFrom('meeting_part')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('meeting', '=', meeting)
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (Number(row?.count ?? 0) < MOST[kind]) return
  throw new Problem('invalid-question', {
    sv: `Mötet är fullt: högst ${MOST[kind]} av det slaget.`,
    en: `The session is full: at most ${MOST[kind]} of that kind.`,
  })
}

/** What a saved session brings with it: other municipalities are invited, another host leads. */
async function follow(transaction: Writing, before: Part | null, after: Part, by: string): Promise<void> {
  if (after.kind !== 'meeting' || before?.kind !== 'meeting') return
  if (String(before.body.municipalities) !== String(after.body.municipalities))
    await invite(transaction, after.id, after.body.municipalities)
  if (before.body.host === after.body.host) return
  await giveRole(transaction, after.id, after.body.host, 'host', by)
  await giveRole(transaction, after.id, before.body.host, 'cohost', by)
}

async function giveRole(transaction: Writing, meeting: string, id: string, role: 'host' | 'cohost', by: string) {
  const part = await partIn(transaction, meeting, id)
  if (part?.kind !== 'participant') throw invalidQuestion([{ path: 'host', message: NOBODY }])
  await save(transaction, {
    meeting,
    kind: 'participant',
    id,
    base: part.version,
    body: { ...part.body, role, muted: false },
    by,
  })
}

const NOBODY = { sv: 'Den som ska leda måste delta i mötet.', en: 'Whoever is to lead must take part in the session.' }
