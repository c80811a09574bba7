import { html, type TemplateResult } from 'lit'
import type { JudgedAction } from '../../../data/model/answers/meetings.ts'
import { decidedIn, type Followed, followedUp, followedUpBy } from '../../../data/model/meetings/follow-up.ts'
import { swedishOrder } from '../../../data/model/numbers.ts'
import type { Context } from '../../page/view.ts'
import { meetingsIn } from '../../text/meetings/index.ts'

type Row = { key: string | number; followed: Followed }

/** How many were followed up and how many held: over the years, and by municipality. */
export function followUpTables(shown: readonly JudgedAction[], context: Context): TemplateResult {
  const { overview } = meetingsIn(context.lang)
  const years = followedUpBy(shown, decidedIn).sort((a, b) => Number(a.key) - Number(b.key))
  const places = followedUpBy(shown, ({ name }) => name).sort((a, b) => swedishOrder(a.key, b.key))
  const whole = { key: overview.all, followed: followedUp(shown) }
  return html`<div class="follow-up">
    ${table(overview.byYear, overview.year, [...years, whole], context)}
    ${table(overview.byMunicipality, overview.municipality, [...places, whole], context)}
  </div>`
}

function table(title: string, of: string, rows: readonly Row[], { lang }: Context): TemplateResult {
  const { columns } = meetingsIn(lang).overview
  const names = Object.keys(columns) as (keyof Followed)[]
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${title}>
    <table>
      <caption>${title}</caption>
      <thead>
        <tr><th scope="col">${of}</th>${names.map((name) => html`<th scope="col" class="number">${columns[name]}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(({ key, followed }) => html`<tr><th scope="row">${key}</th>${names.map((name) => html`<td class="number">${followed[name]}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`
}
