import { html, type TemplateResult } from 'lit'
import type { ProfileAnswer } from '../../data/model/answers/profile.ts'
import { profileFinding } from '../../data/model/findings/profile.ts'
import { ask } from '../client.ts'
import { message } from '../parts/messages.ts'
import { profileFigure } from './profile/spines.ts'
import type { Context, View } from './view.ts'

/** A municipality among all of them, and the spread within the group that it is compared with. */
export type Profiled = { country: ProfileAnswer; group: ProfileAnswer }

async function askBoth({ state, lang }: Context): Promise<Profiled> {
  const area = state.area === 'all' ? '' : state.area
  const question = { municipality: state.municipality, area, period: state.period, sex: state.sex }
  const [country, group] = await Promise.all(
    ['all', state.group].map((reference) => ask<ProfileAnswer>('profile', { ...question, reference }, lang)),
  )
  return { country: country!, group: group! }
}

function show(profiled: Profiled, context: Context): TemplateResult {
  const { texts, foundation, lang } = context
  const { rows } = profiled.country
  if (rows.length === 0) return message(texts.state.emptyTitle, texts.state.emptyDetail)
  const { title, explanation } = profileFinding(profiled.country, lang)
  const areas = [...foundation.areas.values()].filter((area) => rows.some((row) => row.about.area === area.id))
  return html`<header class="finding">
      <h1 tabindex="-1">${title}</h1>
      <p>${explanation} ${texts.profile.lead}</p>
    </header>
    <div class="column">${areas.map((area) => profileFigure(profiled, area, context))}</div>`
}

export const view: View<Profiled> = {
  choosers: ['municipality', 'area', 'group', 'period', 'sex'],
  needsMunicipality: true,
  ask: askBoth,
  title: ({ country }, { lang }) => profileFinding(country, lang).title,
  show,
}
