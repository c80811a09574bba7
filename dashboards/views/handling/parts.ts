import { html, type TemplateResult } from 'lit'
import type { HandlingAnswer } from '../../../data/model/answers/handling.ts'
import { ROLE_NAMES } from '../../../data/model/roles.ts'
import { act } from '../../api-client/act.ts'
import type { Context } from '../../page/view.ts'
import { type HandlingTexts, handlingIn } from '../../text/handling/index.ts'

export const askHandling = ({ lang }: Context): Promise<HandlingAnswer> => act<HandlingAnswer>('GET', 'handling', lang)

/** A page to be printed and signed: what it is, and that its tables are the program's own. */
export function head(title: string, lead: string, words: HandlingTexts): TemplateResult {
  return html`<header class="finding">
    <h1 tabindex="-1">${title}</h1>
    <p>${lead}</p>
    <p>${words.generated}</p>
    <p class="buttons on-screen"><button class="button quiet" @click=${() => window.print()}>${words.print}</button></p>
  </header>`
}

export const chapter = (title: string, body: unknown): TemplateResult =>
  html`<section class="chapter"><h2>${title}</h2>${body}</section>`

export const points = (items: readonly string[]): TemplateResult =>
  html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`

/** A table whose first column heads its rows. */
export const sheet = (name: string, columns: readonly string[], rows: readonly (readonly string[])[]): TemplateResult =>
  html`<div class="table-scroll" tabindex="0" role="region" aria-label=${name}>
    <table class="handling">
      <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`

/** Every right against every role, as the one table of the program has it. */
export function rightsTable({ rights }: HandlingAnswer, { lang }: Context): TemplateResult {
  const words = handlingIn(lang)
  const roles = rights[0]?.roles.map(({ role }) => ROLE_NAMES[role][lang]) ?? []
  const rows = rights.map(({ right, everyone, roles }) => [
    words.rights[right],
    everyone ? words.reach.all : words.reach.none,
    ...roles.map(({ reach }) => words.reach[reach]),
  ])
  return sheet(words.personal.who.title, [words.right, words.nobody, ...roles], rows)
}

export function keptTable({ kept }: HandlingAnswer, words: HandlingTexts): TemplateResult {
  const rows = kept.map(({ what, minutes }) => [words.kept[what], words.lasts(minutes)])
  return sheet(words.personal.kept.title, words.keptColumns, rows)
}

export function settingsTable({ settings }: HandlingAnswer, words: HandlingTexts): TemplateResult {
  const rows = settings.map(({ name, value }) => [
    `${words.settings[name] ?? ''} (${name})`,
    typeof value === 'boolean' ? words.yesNo[value ? 'true' : 'false'] : String(value),
  ])
  return sheet(words.personal.settings.title, words.settingColumns, rows)
}

export function outwardTable({ outward }: HandlingAnswer, words: HandlingTexts): TemplateResult {
  const { title, columns } = words.running.outward
  return sheet(
    title,
    columns,
    outward.map(({ way, open }) => [words.outward[way], words.open[open]]),
  )
}
