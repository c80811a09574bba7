import { html, type TemplateResult } from 'lit'
import '../../parts/combobox.ts'
import type { State } from '../../address/state.ts'
import type { Context } from '../../page/view.ts'

/** As many as the address takes and a chart can name. */
const MOST = 6

/** Codes of the municipalities that are shown beside the own one, in the order that they were chosen. */
export const codesOf = ({ also, municipality }: State) =>
  (also === '' ? [] : also.split(',')).filter((code) => code !== municipality)

/** The municipalities that are shown and named beside the own one, in the group or not. */
export const alsoChosen = (state: State): ReadonlySet<string> => new Set(codesOf(state))

/** A box to add municipalities with, and a button to take each away again. */
export function alsoChooser(context: Context): TemplateResult {
  const { state, texts, lists, go } = context
  const chosen = codesOf(state)
  const offered = [...lists.municipalities.values()]
    .filter(({ code }) => code !== state.municipality && !chosen.includes(code))
    .map(({ code, name, county }) => ({ value: code, label: name, note: county.name }))
  const box = html`<js-combobox
    class="chooser chooser-also"
    .name=${'also'}
    .label=${texts.compare.also}
    .options=${offered}
    .value=${''}
    .texts=${texts}
    .choose=${(code: string) => go({ also: [...chosen, code].join(',') })}
  ></js-combobox>`
  return html`${chosen.length < MOST ? box : ''}
    ${chosen.length === 0 ? '' : html`<ul class="also">${chosen.map((code) => remover(code, chosen, context))}</ul>`}`
}

function remover(code: string, chosen: readonly string[], { texts, lists, go }: Context): TemplateResult {
  const name = lists.municipalities.get(code)?.name ?? code
  const remove = () => go({ also: chosen.filter((other) => other !== code).join(',') })
  return html`<li>
    <button type="button" aria-label=${texts.compare.alsoWithout(name)} @click=${remove}>${name}<span aria-hidden="true"> ×</span></button>
  </li>`
}
