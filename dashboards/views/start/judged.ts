import type { TemplateResult } from 'lit'
import type { ActionsAnswer } from '../../../data/model/answers/meetings.ts'
import { act } from '../../api-client/act.ts'
import { fetchMe } from '../../api-client/me.ts'
import type { Context } from '../../page/view.ts'

/** What the release says of what the reader's sessions decided; nothing for who is not signed in or has decided nothing. */
export async function askJudged(context: Context): Promise<TemplateResult | ''> {
  const actions = await ownActions(context).catch(() => null)
  if (!actions || actions.summary.judged + actions.summary.overdue === 0) return ''
  const { judgedSection } = await import('../actions/judged-section.ts')
  return judgedSection(actions, context)
}

async function ownActions({ lang, state }: Context): Promise<ActionsAnswer | null> {
  const { rights } = await fetchMe(lang)
  if (!rights.includes('meetings.read')) return null
  const whose = state.municipality === '' ? '' : `?municipality=${state.municipality}`
  return act<ActionsAnswer>('GET', `actions${whose}`, lang)
}
