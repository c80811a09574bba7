import { html, type TemplateResult } from 'lit'
import type { HandlingAnswer } from '../../data/model/answers/handling.ts'
import type { Context, View } from '../page/view.ts'
import { type HandlingTexts, handlingIn } from '../text/handling/index.ts'
import { askHandling, chapter, head, keptTable, points, rightsTable, settingsTable, sheet } from './handling/parts.ts'

/** For the lawyer: which data about persons, why, for how long, who sees what, how somebody is taken out. */
function show(answer: HandlingAnswer, context: Context): TemplateResult {
  const words = handlingIn(context.lang)
  const { personal } = words
  return html`${head(personal.title, personal.lead, words)} ${chapter(personal.roles.title, html`<p>${personal.roles.body}</p>`)}
    ${chapter(personal.record.title, record(answer, words))} ${chapter(personal.extracts.title, extracts(answer, words))}
    ${chapter(personal.protection.title, points(personal.protection.points))}
    ${chapter(personal.who.title, html`<p>${personal.who.lead}</p>${rightsTable(answer, context)}`)}
    ${chapter(personal.forget.title, forgetting(words))} ${chapter(personal.kept.title, keptTable(answer, words))}
    ${chapter(personal.settings.title, settingsTable(answer, words))}
    ${chapter(personal.rightsOfPersons.title, html`<p>${personal.rightsOfPersons.body}</p>`)}`
}

function record({ held }: HandlingAnswer, { held: kinds, personal: { record } }: HandlingTexts): TemplateResult {
  const apart: Readonly<Record<string, string>> = { clients: record.apart, files: record.files }
  const rows = held.map(({ kind, tables }) => {
    const { who, what, why, long } = kinds[kind]
    return [who, what, why, long, apart[kind] ?? tables.join(', ')]
  })
  return html`${sheet(record.title, record.columns, rows)}<p>${record.recipients}</p>`
}

function extracts({ extracts }: HandlingAnswer, { personal: { extracts: words } }: HandlingTexts): TemplateResult {
  return html`${extracts.map(
    ({ name, columns }) => html`<h3>${words.lead(name, columns.length)}</h3><p>${columns.join(' · ')}</p>`,
  )}<p>${words.after}</p>`
}

const forgetting = ({ personal: { forget } }: HandlingTexts): TemplateResult => html`<p>${forget.lead}</p>
  <ol>${forget.steps.map((step) => html`<li>${step}</li>`)}</ol>
  <p><code>${forget.command}</code></p>`

export const view: View<HandlingAnswer> = {
  choosers: [],
  standsAlone: true,
  ask: askHandling,
  title: (_, { lang }) => handlingIn(lang).personal.title,
  show,
}
