import { html, type TemplateResult } from 'lit'
import { profileFinding } from '../../data/model/findings/profile.ts'
import type { Context, View } from '../page/view.ts'
import { message } from '../parts/messages.ts'
import { askProfiled, type Profiled } from './profile/asked.ts'
import { hasDirection } from './profile/ends.ts'
import { profileFigure } from './profile/spines.ts'

function show(profiled: Profiled, context: Context): TemplateResult {
  const { texts, lists, lang } = context
  const { rows } = profiled.country
  if (rows.length === 0) return message(texts.state.emptyTitle, texts.state.emptyDetail)
  const { title, explanation } = profileFinding(profiled.country, lang)
  const told = { ...context, lead: `${title}. ${explanation}` }
  const areas = [...lists.areas.values()].filter((area) => rows.some((row) => row.about.area === area.id))
  return html`<header class="finding">
      <h1 tabindex="-1">${title}</h1>
      <p>${explanation} ${hasDirection(rows) ? texts.profile.lead : texts.profile.leadWithoutDirection}</p>
    </header>
    <div class="column">${areas.map((area) => profileFigure(profiled, area, told))}</div>`
}

export const view: View<Profiled> = {
  choosers: ['municipality', 'area', 'group', 'period', 'sex'],
  needsMunicipality: () => true,
  ask: askProfiled,
  title: ({ country }, { lang }) => profileFinding(country, lang).title,
  show,
}
