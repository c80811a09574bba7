import { html, type TemplateResult } from 'lit'
import type { IndicatorEntry } from '../../data/model/answers/indicators.ts'
import { swedishOrder } from '../../data/model/numbers.ts'
import { isBySex, yearsOffered } from '../address/years-and-sex.ts'
import { searchOutside } from '../api-client/further-indicators.ts'
import type { Group } from '../api-client/lists.ts'
import type { Chooser, Context } from '../page/view.ts'
import './combobox.ts'
import type { Option } from './found-options.ts'
import { type SelectSection, select } from './select.ts'

/** The row of choosers above a view: those that several views have, then the view's own. */
export function choosers(wanted: readonly Chooser[], context: Context, own?: TemplateResult): TemplateResult {
  return html`<form class="choosers" aria-label=${context.texts.chosen} @submit=${(event: Event) => event.preventDefault()}>
    ${wanted.map((name) => CHOOSER[name](context))} ${own}
  </form>`
}

const CHOOSER: Readonly<Record<Chooser, (context: Context) => TemplateResult>> = {
  municipality: municipalityChooser,
  place: placeChooser,
  group: groupChooser,
  indicator: (context) => indicatorChooser('indicator', context),
  other: (context) => indicatorChooser('other', context),
  area: areaChooser,
  period: periodChooser,
  sex: sexChooser,
}

function combobox(
  name: Chooser,
  options: readonly Option[],
  { state, texts, go }: Context,
  beyond?: (query: string) => Promise<readonly Option[]>,
): TemplateResult {
  return html`<js-combobox
    class="chooser chooser-${name}"
    .name=${name}
    .label=${texts.choose[name]}
    .options=${options}
    .beyond=${beyond}
    .value=${state[name]}
    .texts=${texts}
    .choose=${(value: string) => go({ [name]: value })}
  ></js-combobox>`
}

function municipalityChooser(context: Context): TemplateResult {
  const options = [...context.lists.municipalities.values()].map((place) => ({
    value: place.code,
    label: place.name,
    note: place.county.name,
  }))
  return combobox('municipality', options, context)
}

/** A municipality, or a whole group in its place; the address keeps the two apart. */
function placeChooser({ state, texts, lists, go }: Context): TemplateResult {
  const { municipalities, groups } = lists
  const inOrder = <One extends { name: string }>(places: Iterable<One>) =>
    [...places].sort((a, b) => swedishOrder(a.name, b.name))
  const options = [
    ...inOrder(municipalities.values()).map(({ code, name, county }) => ({
      value: code,
      label: name,
      note: county.name,
    })),
    ...inOrder([...groups.values()].filter(({ kind }) => kind !== 'similar')).map(({ id, name, kind }) => ({
      value: id,
      label: name,
      note: texts.groupKinds[kind] ?? '',
    })),
  ]
  return html`<js-combobox
    class="chooser chooser-municipality"
    .name=${'place'}
    .label=${texts.choose.place}
    .options=${options}
    .value=${state.place || state.municipality}
    .texts=${texts}
    .choose=${(id: string) => go(municipalities.has(id) ? { municipality: id, place: '' } : { place: id })}
  ></js-combobox>`
}

function indicatorChooser(name: 'indicator' | 'other', context: Context): TemplateResult {
  const { lists, lang } = context
  const offered = [...lists.indicators.values()].filter(({ periods }) => periods.length > 0)
  const beyond = async (query: string) =>
    (await searchOutside(query, lists, lang)).map((one) => indicatorOption(one, context))
  return combobox(
    name,
    offered.map((one) => indicatorOption(one, context)),
    context,
    beyond,
  )
}

/** One of the catalogue by its short name; another by its title, because short ones are alike. */
const indicatorOption = ({ id, short, title, area, outside }: IndicatorEntry, { lists, texts }: Context): Option => ({
  value: id,
  label: outside ? title : short,
  words: outside ? id : title,
  note: [lists.areas.get(area)?.name, outside ? texts.choose.notJudged(id) : ''].filter(Boolean).join(' · '),
})

function groupChooser({ state, texts, lists, go }: Context): TemplateResult {
  const own = lists.municipalities.get(state.municipality)
  const offered = [...lists.groups.values()].filter((group) => isOffered(group, own?.name ?? null))
  const sections = Object.entries(texts.groupKinds).map(([kind, label]): SelectSection => {
    const options = offered.filter((group) => group.kind === kind).map(groupOption)
    return { label, options }
  })
  return select({
    name: 'group',
    label: texts.choose.group,
    value: state.group,
    sections: sections.filter((section) => section.options.length > 0),
    choose: (group) => go({ group }),
  })
}

/** Groups of similar municipalities are many, and each is made for one municipality: only its own are offered. */
const isOffered = (group: Group, own: string | null) =>
  group.kind !== 'similar' || (own !== null && new RegExp(`(^|[\\s,])${own}([\\s,]|$)`, 'u').test(group.name))

const groupOption = (group: Group) => ({ value: group.id, label: `${group.name} (${group.members.length})` })

function areaChooser({ state, texts, lists, go }: Context): TemplateResult {
  const areas = [...lists.areas.values()].map((area) => ({ value: area.id, label: area.name }))
  return select({
    name: 'area',
    label: texts.choose.area,
    value: state.area,
    options: [...areas, { value: 'all', label: texts.choose.allAreas }],
    choose: (area) => go({ area }),
  })
}

function periodChooser({ state, texts, lists, go }: Context): TemplateResult {
  const years = (yearsOffered(state, lists) ?? []).map((year) => ({ value: String(year), label: String(year) }))
  return select({
    name: 'period',
    label: texts.choose.period,
    value: state.period,
    options: [{ value: '', label: texts.choose.latest }, ...years],
    choose: (period) => go({ period }),
  })
}

function sexChooser({ state, texts, lists, go }: Context): TemplateResult {
  const offered = isBySex(state, lists) ? (['T', 'K', 'M'] as const) : (['T'] as const)
  return select({
    name: 'sex',
    label: texts.choose.sex,
    value: state.sex,
    options: offered.map((sex) => ({ value: sex, label: texts.sexes[sex] })),
    choose: (sex) => go({ sex }),
  })
}
