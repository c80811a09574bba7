import { html, type TemplateResult } from 'lit'
import type { ActionsAnswer, JudgedAction } from '../../data/model/answers/meetings.ts'
import { act } from '../api-client/act.ts'
import type { Context, View } from '../page/view.ts'
import { type MeetingTexts, meetingsIn } from '../text/meetings/index.ts'
import { reminders } from './actions/reminders.ts'
import { followUpTables } from './actions/tables.ts'
import { throughTheYear } from './actions/year.ts'

type Answer = { all: ActionsAnswer; shown: JudgedAction[] }

async function ask(context: Context): Promise<Answer> {
  const all = await act<ActionsAnswer>('GET', 'actions', context.lang)
  return { all, shown: all.actions.filter(isChosen(context)) }
}

/** Those of the municipality that is chosen, or of the group's. */
function isChosen({ state, lists }: Context): (one: JudgedAction) => boolean {
  if (state.municipality !== '') return ({ action }) => action.municipality === state.municipality
  const members = state.group === 'all' ? undefined : lists.groups.get(state.group)?.members
  return ({ action }) => members === undefined || members.includes(action.municipality)
}

function show({ all, shown }: Answer, context: Context): TemplateResult {
  const words = meetingsIn(context.lang)
  const { overview } = words
  return html`<header class="finding">
      <h1 tabindex="-1">${titleOf(shown, words)}</h1>
      <p>${overview.lead} ${overview.scope}</p>
    </header>
    ${all.sample ? html`<p class="notice">${overview.sample}</p>` : ''}
    ${shown.length === 0 ? html`<p class="notice">${all.actions.length === 0 ? overview.none : overview.noneHere}</p>` : whole(shown, context)}
    <p class="buttons"><a class="button quiet" href=${`/api/v1/actions?format=xlsx&lang=${context.lang}`} download>${overview.xlsx}</a></p>`
}

const whole = (shown: readonly JudgedAction[], context: Context) =>
  html`${reminders(shown, context)} ${followUpTables(shown, context)} ${throughTheYear(shown, context)}`

function titleOf(shown: readonly JudgedAction[], { overview, decide }: MeetingTexts): string {
  const judged = shown.filter(({ verdict }) => verdict !== null)
  const met = judged.filter(({ verdict }) => verdict!.outcome === 'met').length
  return shown.length === 0 ? overview.title : decide.summary(judged.length, shown.length, met)
}

export const view: View<Answer> = {
  choosers: ['municipality', 'group'],
  ask,
  title: ({ shown }, { lang }) => titleOf(shown, meetingsIn(lang)),
  show,
}
