import type { Meeting } from '../../../data/model/meetings/meeting.ts'
import type { PartOf } from '../../../data/model/meetings/part.ts'
import type { MeetingTexts } from '../../text/meetings/index.ts'

export const MINUTE = 60_000

/** What is left of the card's time, and on its day of the agenda's. @param now milliseconds since 1970 */
export function clockOf(
  { timer, start, date }: Meeting,
  cards: readonly PartOf<'card'>[],
  { lead }: MeetingTexts,
  now: number,
): string {
  const card = timer ? timeOf(Date.parse(timer.until) - now, lead) : ''
  if (!start || date !== dayOf(now)) return card
  const minutes = cards.reduce((sum, { body }) => sum + body.minutes, 0)
  const end = new Date(`${date}T${start}:00`).getTime() + minutes * MINUTE
  return [card, lead.agendaLeft(Math.round((end - now) / MINUTE))].filter(Boolean).join(' · ')
}

const timeOf = (left: number, lead: MeetingTexts['lead']): string =>
  left >= 0 ? lead.left(minutesAndSeconds(left)) : lead.over(minutesAndSeconds(-left))

const dayOf = (time: number): string => new Date(time).toLocaleDateString('sv-SE')

function minutesAndSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
