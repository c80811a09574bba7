import type { ActionsAnswer, JudgedAction } from '../../data/model/answers/meetings.ts'
import { outcomeWord, verdictSentence } from '../../data/model/findings/action.ts'
import type { PartOf } from '../../data/model/meetings/part.ts'
import { aboutOf } from '../figures/about.ts'
import { nameOf } from '../figures/members.ts'
import type { Language } from '../language.ts'
import type { OpenRelease } from '../release/open-release.ts'
import { judgedIn } from './judged.ts'

/** An action with the session that decided it. */
export type Decided = { meeting: PartOf<'meeting'>; action: PartOf<'action'> }

/** Actions with the release's verdict, compared with the group of the session that decided each; by day, then by text. */
export async function judgedActions(
  release: OpenRelease,
  decided: readonly Decided[],
  language: Language,
): Promise<JudgedAction[]> {
  const judged = await Promise.all(decided.map((one) => judgedAction(release, one, language)))
  const key = ({ action }: JudgedAction) => `${action.due ?? '9999'} ${action.municipality} ${action.text}`
  return judged.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

async function judgedAction(
  release: OpenRelease,
  { meeting, action }: Decided,
  language: Language,
): Promise<JudgedAction> {
  const { id, version, madeAt, body } = action
  const others = release.groups.get(meeting.body.group)?.members ?? meeting.body.municipalities
  const { due, verdict, revisedBaseline } = await judgedIn(release, body, others)
  const indicator = body.expectation && release.indicators.get(body.expectation.indicator)
  const about = indicator ? aboutOf(indicator, language) : null
  return {
    id,
    version,
    meeting: meeting.id,
    meetingTitle: meeting.body.title,
    meetingDate: meeting.body.date,
    decidedAt: madeAt,
    name: nameOf(release, body.municipality),
    action: body,
    about,
    due,
    verdict,
    word: verdict && outcomeWord(verdict, language),
    sentence: verdict && about && verdictSentence(verdict, about, language),
    revisedBaseline,
  }
}

/** How many were followed up, and how many held. */
export function summaryOf(actions: readonly JudgedAction[], today: string): ActionsAnswer['summary'] {
  const having = (outcome: string) => actions.filter(({ verdict }) => verdict?.outcome === outcome).length
  const isLate = ({ action }: JudgedAction) =>
    action.due !== null && action.due < today && (action.status === 'planned' || action.status === 'under-way')
  return {
    total: actions.length,
    judged: actions.filter(({ verdict }) => verdict !== null).length,
    met: having('met'),
    unmet: having('unmet'),
    cannotBeSaid: having('cannot-be-said'),
    overdue: actions.filter(isLate).length,
  }
}
