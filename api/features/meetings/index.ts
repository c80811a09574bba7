import type { Feature } from '../feature.ts'
import { actionCalendar, actions, meetingActions } from './actions.ts'
import { behindCode, join, openDoors, shutDoors, sit } from './doors.ts'
import { events } from './events.ts'
import { filling } from './filling.ts'
import { release, take } from './holds.ts'
import { deletion, history, meeting } from './meeting.ts'
import { begin, meetings } from './meetings.ts'
import { partFeatures } from './parts.ts'
import { placemat, sendPlacemat } from './placemats.ts'
import { practice } from './practice.ts'
import { cardAnswer } from './shown.ts'
import { cardSource, cardSourceFile } from './sources.ts'
import { exported, imported } from './whole.ts'

/** Everything about analysis sessions; addresses with a word of their own before those with an id. */
export const meetingFeatures = [
  meetings,
  begin,
  behindCode,
  join,
  placemat,
  imported,
  meeting,
  deletion,
  sit,
  events,
  ...partFeatures,
  cardAnswer,
  cardSource,
  cardSourceFile,
  history,
  take,
  release,
  filling,
  meetingActions,
  actionCalendar,
  openDoors,
  shutDoors,
  sendPlacemat,
  exported,
  actions,
  practice,
] as unknown as readonly Feature[]
