import type { Localized } from '../localized.ts'
import type { Body, BodyOf, PartKind } from './part.ts'
import type { Participant } from './participant.ts'

/** Who wants to change something: a participant of the session, as it stands. */
export type Pen = { id: string } & Participant

/** Where a change would be made. */
export type Setting = {
  pen: Pen
  state: BodyOf<'meeting'>['state']
  host: string
  /** Author of the part; the pen itself where the part is new. */
  author: string
}

type Rule<K extends PartKind> = (
  setting: Setting,
  before: BodyOf<K> | null,
  after: BodyOf<K> | null,
) => Localized | null

export const leads = ({ role }: Pick<Participant, 'role'>): boolean => role === 'host' || role === 'cohost'

const NOT_YOURS = {
  sv: 'Det här får bara den som skrev det ändra, eller den som leder.',
  en: 'Only whoever wrote this may change it, or the one who leads.',
}
const ONLY_LEADER = {
  sv: 'Bara den som leder mötet får göra det.',
  en: 'Only the one who leads the session may do that.',
}
const ONLY_HOST = {
  sv: 'Bara den som har ledarskapet kan lämna över det.',
  en: 'Only the one who holds the lead can hand it over.',
}
const ENDED = {
  sv: 'Mötet är avslutat: det går att läsa, och åtgärderna går att följa upp.',
  en: 'The session has ended: it can be read, and its actions followed up.',
}
const MUTED = {
  sv: 'Den som leder har pausat ditt skrivande. Det du har skrivit finns kvar.',
  en: 'The one who leads has paused your writing. What you have written is kept.',
}
const ONLY_TEXT = {
  sv: 'En annans text går inte att skriva om, bara ordna eller dölja.',
  en: "Another's text cannot be rewritten, only sorted or hidden.",
}
const OTHER_MUNICIPALITY = {
  sv: 'Åtgärder skrivs av den egna kommunen eller av den som leder.',
  en: 'Actions are written by the municipality itself or by the one who leads.',
}
const NO_ANSWER = { sv: 'Svaret är tomt.', en: 'The answer is empty.' }

const leaderOnly = ({ pen }: Setting) => (leads(pen) ? null : ONLY_LEADER)

function onMeeting(setting: Setting, before: BodyOf<'meeting'> | null, after: BodyOf<'meeting'> | null) {
  if (before && after && before.host !== after.host && setting.pen.id !== before.host) return ONLY_HOST
  return leaderOnly(setting)
}

function onParticipant({ pen, author }: Setting, before: Participant | null, after: Participant | null) {
  if (leads(pen) && after)
    return after.role === 'host' && before?.role !== 'host' && pen.role !== 'host' ? ONLY_HOST : null
  if (!before || !after || author !== pen.id) return NOT_YOURS
  const keepsRank = before.role === after.role && before.muted === after.muted && before.out === after.out
  return keepsRank && before.municipality === after.municipality ? null : ONLY_LEADER
}

/** What the host may do with another's note: everything but the words. */
function onNote({ pen, author }: Setting, before: BodyOf<'note'> | null, after: BodyOf<'note'> | null) {
  const own = author === pen.id
  if (after?.kind === 'common' && (before === null || before.kind === 'common')) return null
  if (leads(pen)) return !own && before && after && before.text !== after.text ? ONLY_TEXT : null
  if (!own) return NOT_YOURS
  const moved = before && after && (before.hidden !== after.hidden || before.under !== after.under)
  return moved || (!before && after?.hidden) ? ONLY_LEADER : null
}

function onAnswer({ pen, author }: Setting, _: BodyOf<'answer'> | null, after: BodyOf<'answer'> | null) {
  if (author !== pen.id) return NOT_YOURS
  return after && after.value === null ? NO_ANSWER : null
}

function onAction({ pen }: Setting, before: BodyOf<'action'> | null, after: BodyOf<'action'> | null) {
  if (leads(pen)) return null
  const theirs = [before, after].every((action) => action === null || action.municipality === pen.municipality)
  return theirs ? null : OTHER_MUNICIPALITY
}

const RULES: { [K in PartKind]: Rule<K> } = {
  meeting: onMeeting,
  participant: onParticipant,
  card: leaderOnly,
  note: onNote,
  answer: onAnswer,
  action: onAction,
}

/** Kinds that are still written once a session is over: what was decided is followed up, and the session itself reopened. */
const AFTERWARDS: readonly PartKind[] = ['action', 'meeting', 'participant']

/**
 * Why somebody may not make a change; null where they may. The one place that says so for every kind of part.
 * @param before the part as it stands, null where it is new
 * @param after what it would become, null where it is taken away
 */
export function refusalOf(kind: PartKind, setting: Setting, before: Body | null, after: Body | null): Localized | null {
  const { pen, state } = setting
  if (pen.out || (pen.muted && !leads(pen))) return MUTED
  if (state === 'ended' && !AFTERWARDS.includes(kind)) return ENDED
  return (RULES[kind] as Rule<PartKind>)(setting, before, after)
}
