import { html, type TemplateResult } from 'lit'
import { swedishOrder } from '../../../data/model/numbers.ts'
import { MOST_MEMBERS, ownGroupId, readOwnGroup } from '../../../data/model/own-group.ts'
import { keepGroup, keptGroups } from '../../browser-storage/own-groups.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import '../../parts/combobox.ts'
import type { Context } from '../../page/view.ts'
import { select } from '../../parts/select.ts'
import { ownGroupsList } from './own-groups-list.ts'
import { pickingMap } from './picking-map.ts'

/** A group of one's own: picked from a list, by county or on the map, named, used on every page and kept. */
export function groupPicker(context: Context): TemplateResult {
  const { state, lists } = context
  const words = exploringIn(context.lang).similar
  const members = lists.groups.get(state.group)?.members ?? []
  const isOwn = readOwnGroup(state.group) !== null
  if (!isOwn) return html`<p>${words.pickerLead}</p>${starters(context)}${ownGroupsList(context)}`
  return html`<p>${words.pickerLead}</p>
    <div class="picker">
      <div>
        ${nameField(context)} ${memberAdder(members, context)} ${countyAdder(members, context)}
        ${memberList(members, context)} ${actions(context)}
      </div>
      ${pickingMap(members, (code) => setMembers(toggled(members, code), context), context)}
    </div>
    ${ownGroupsList(context)}`
}

const toggled = (members: readonly string[], code: string) =>
  members.includes(code) ? members.filter((one) => one !== code) : [...members, code]

/** An own group always has a member: the last one leaves it for the whole country. */
function setMembers(members: readonly string[], { state, go }: Context) {
  if (members.length === 0) return go({ group: 'all' })
  go({ group: ownGroupId({ name: readOwnGroup(state.group)?.name ?? '', members: members.slice(0, MOST_MEMBERS) }) })
}

function starters(context: Context): TemplateResult {
  const { state, lists } = context
  const words = exploringIn(context.lang).similar
  const group = lists.groups.get(state.group)
  const own = lists.municipalities.get(state.municipality)
  return html`<p class="buttons">
    ${own ? html`<button type="button" @click=${() => setMembers([own.code], context)}>${words.startFrom(own.name)}</button>` : ''}
    ${
      group && group.members.length <= MOST_MEMBERS
        ? html`<button type="button" @click=${() => setMembers(group.members, context)}>${words.startFrom(group.name)}</button>`
        : ''
    }
  </p>`
}

function nameField({ state, go, lang }: Context): TemplateResult {
  const words = exploringIn(lang).similar
  const own = readOwnGroup(state.group)!
  const rename = (event: Event) => go({ group: ownGroupId({ ...own, name: (event.target as HTMLInputElement).value }) })
  return html`<div class="chooser">
    <label for="group-name">${words.name}</label>
    <input id="group-name" type="text" maxlength="60" autocomplete="off" .value=${own.name} @change=${rename} />
  </div>`
}

function memberAdder(members: readonly string[], context: Context): TemplateResult {
  const { lists } = context
  const words = exploringIn(context.lang).similar
  const options = [...lists.municipalities.values()]
    .filter(({ code }) => !members.includes(code))
    .sort((a, b) => swedishOrder(a.name, b.name))
    .map((place) => ({ value: place.code, label: place.name, note: place.county.name }))
  return html`<js-combobox
    class="chooser chooser-member"
    .name=${'member'}
    .label=${words.addMember}
    .options=${options}
    .value=${''}
    .texts=${context.texts}
    .choose=${(code: string) => setMembers([...members, code], context)}
  ></js-combobox>`
}

function countyAdder(members: readonly string[], context: Context): TemplateResult {
  const words = exploringIn(context.lang).similar
  const counties = [...context.lists.groups.values()].filter(({ kind }) => kind === 'county')
  return select({
    name: 'county',
    label: words.addCounty,
    value: '',
    options: [{ value: '', label: '–' }, ...counties.map(({ id, name }) => ({ value: id, label: name }))],
    choose: (id) => setMembers([...members, ...(context.lists.groups.get(id)?.members ?? [])], context),
  })
}

function memberList(members: readonly string[], context: Context): TemplateResult {
  const { lists } = context
  const words = exploringIn(context.lang).similar
  const places = members.flatMap((code) => lists.municipalities.get(code) ?? [])
  places.sort((a, b) => swedishOrder(a.name, b.name))
  return html`<h3 id="members-title">${words.members(places.length)}</h3>
    <ul class="members" aria-labelledby="members-title">
      ${places.map(
        ({ code, name }) => html`<li>
          ${name}
          <button type="button" aria-label=${words.leaveOut(name)} @click=${() => setMembers(toggled(members, code), context)}>×</button>
        </li>`,
      )}
    </ul>`
}

function actions(context: Context): TemplateResult {
  const { state, go } = context
  const words = exploringIn(context.lang).similar
  const keep = () => {
    keepGroup(state.group)
    go({})
  }
  return html`<p class="buttons">
    <button type="button" class="button" @click=${() => go({ view: 'compare' })}>${words.compare}</button>
    <button type="button" ?disabled=${keptGroups().includes(state.group)} @click=${keep}>${words.keep}</button>
    <button type="button" @click=${() => go({ group: 'all' })}>${words.putAway}</button>
  </p>`
}
