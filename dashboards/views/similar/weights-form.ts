import { html, type TemplateResult } from 'lit'
import type { SimilarAnswer } from '../../../data/model/answers/similar.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import '../../parts/combobox.ts'
import type { Context } from '../../page/view.ts'

type Weighted = { indicator: string; weight: number }

const MOST_MEASURES = 12
const HEAVIEST = 5

/** The measures of the index with their weights, each to be changed, left out or added to. */
export function weightsForm({ indicators }: SimilarAnswer, context: Context): TemplateResult {
  const words = exploringIn(context.lang).similar
  const current = indicators.map(({ indicator, weight }) => ({ indicator, weight }))
  return html`<p>${words.weightsLead}</p>
    <ul class="weights">
      ${indicators.map((measure, at) => weightRow(measure, at, current, context))}
    </ul>
    ${current.length < MOST_MEASURES ? adder(current, context) : ''}
    <p><a href=${context.href(STANDARD)} @click=${(event: Event) => standard(event, context)}>${words.standard}</a></p>`
}

const STANDARD = { measures: '', weights: '' }

function standard(event: Event, { go }: Context) {
  event.preventDefault()
  go(STANDARD)
}

function weightRow(
  { about, indicator, weight }: SimilarAnswer['indicators'][number],
  at: number,
  current: readonly Weighted[],
  context: Context,
): TemplateResult {
  const words = exploringIn(context.lang).similar
  const set = (event: Event) => {
    const given = Number((event.target as HTMLInputElement).value)
    change(
      current.map((one, index) => (index === at ? { ...one, weight: given } : one)),
      context,
    )
  }
  const leaveOut = () =>
    change(
      current.filter((one) => one.indicator !== indicator),
      context,
    )
  return html`<li>
    <label for=${`weight-${indicator}`}>${about.short}</label>
    <input
      id=${`weight-${indicator}`}
      type="range"
      min="0"
      max=${Math.max(HEAVIEST, weight)}
      step="1"
      .value=${String(weight)}
      @change=${set}
    />
    <output for=${`weight-${indicator}`}>${weight}</output>
    <button type="button" ?disabled=${current.length === 1} @click=${leaveOut} aria-label=${words.leaveOut(about.short)}>
      ×
    </button>
  </li>`
}

function adder(current: readonly Weighted[], context: Context): TemplateResult {
  const { lists } = context
  const words = exploringIn(context.lang).similar
  const used = new Set(current.map(({ indicator }) => indicator))
  const options = [...lists.indicators.values()]
    .filter(({ id, kind }) => !used.has(id) && kind !== 'yesno')
    .map((one) => ({
      value: one.id,
      label: one.short,
      words: one.title,
      note: lists.areas.get(one.area)?.name ?? '',
    }))
  return html`<js-combobox
    class="chooser chooser-measure"
    .name=${'measure'}
    .label=${words.add}
    .options=${options}
    .value=${''}
    .texts=${context.texts}
    .choose=${(indicator: string) => change([...current, { indicator, weight: 1 }], context)}
  ></js-combobox>`
}

function change(weighted: readonly Weighted[], { go }: Context) {
  go({
    measures: weighted.map(({ indicator }) => indicator).join(','),
    weights: weighted.map(({ weight }) => weight).join(','),
  })
}
