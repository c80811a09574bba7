import type { Body, BodyOf, PartKind, PartOf } from '../../data/model/meetings/part.ts'
import { membersOf } from '../figures/members.ts'
import { subjectOf } from '../figures/subject.ts'
import type { Language } from '../language.ts'
import { invalidBody } from '../problem.ts'
import type { Keeper } from '../release/keeper.ts'
import type { OpenRelease } from '../release/open-release.ts'
import { filled } from './filled.ts'

/**
 * What a part needs from the session's release before it is saved: a text's tokens must be known there, and an action is given
 * its starting value. Where the release is gone, an action stays without one, and a text is refused: nobody knows its tokens.
 * @throws Problem naming each token or indicator that is not known
 */
export async function readied(
  kind: PartKind,
  body: Body,
  { body: meeting }: PartOf<'meeting'>,
  keeper: Keeper,
  language: Language,
): Promise<Body> {
  if (!needsRelease(kind, body)) return body
  const leasing = keeper.lease(meeting.release)
  const lease = await (kind === 'action' ? leasing.catch(() => null) : leasing)
  try {
    if (!lease?.release) return body
    if (kind === 'action') return await withBaseline(body as BodyOf<'action'>, lease.release)
    await checkTokens(body as BodyOf<'card'>, lease.release, meeting.group, language)
    return body
  } finally {
    lease?.done()
  }
}

function needsRelease(kind: PartKind, body: Body): boolean {
  if (kind === 'card') return (body as BodyOf<'card'>).content.kind === 'text'
  return kind === 'action' && (body as BodyOf<'action'>).expectation !== null
}

async function checkTokens({ content }: BodyOf<'card'>, release: OpenRelease, group: string, language: Language) {
  if (content.kind !== 'text') return
  const members = membersOf(release, [group], language, 'group')
  const { mistakes } = await filled(release, content.text, members, language)
  if (mistakes.length === 0) return
  throw invalidBody(
    mistakes.map(({ token, message }) => ({
      path: 'body.content.text',
      message: { sv: `${token}: ${message.sv}`, en: `${token}: ${message.en}` },
    })),
  )
}

async function withBaseline(action: BodyOf<'action'>, release: OpenRelease): Promise<BodyOf<'action'>> {
  const expectation = action.expectation!
  const indicator = release.indicators.get(expectation.indicator)
  if (!indicator) throw invalidBody([{ path: 'body.expectation.indicator', message: UNKNOWN }])
  if (expectation.period <= expectation.from) throw invalidBody([{ path: 'body.expectation.period', message: LATER }])
  const { values } = await subjectOf(release, indicator, expectation.sex)
  return { ...action, expectation: { ...expectation, baseline: values.value(expectation.from, action.municipality) } }
}

const UNKNOWN = {
  sv: 'Indikatorn finns inte i mötets utgåva.',
  en: 'The indicator is not in the release of the session.',
}
const LATER = {
  sv: 'Året som åtgärden bedöms mot ska vara senare än utgångsåret.',
  en: 'The year that the action is judged by must be later than the starting year.',
}
