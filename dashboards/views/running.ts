import { html, type TemplateResult } from 'lit'
import type { HandlingAnswer } from '../../data/model/answers/handling.ts'
import type { Context, View } from '../page/view.ts'
import { handlingIn } from '../text/handling/index.ts'
import {
  askHandling,
  chapter,
  head,
  keptTable,
  outwardTable,
  points,
  rightsTable,
  settingsTable,
  sheet,
} from './handling/parts.ts'

/** For the IT department: what runs, what is stored, what leaves the machine, threats and measures. */
function show(answer: HandlingAnswer, context: Context): TemplateResult {
  const words = handlingIn(context.lang)
  const { running, personal } = words
  const { threats } = running
  return html`${head(running.title, running.lead, words)} ${chapter(running.parts.title, points(running.parts.points))}
    ${chapter(running.outward.title, html`<p>${running.outward.lead}</p>${outwardTable(answer, words)}`)}
    ${chapter(threats.title, sheet(threats.title, threats.columns, threats.rows))}
    ${chapter(personal.who.title, html`<p>${personal.who.lead}</p>${rightsTable(answer, context)}`)}
    ${chapter(personal.kept.title, keptTable(answer, words))} ${chapter(personal.settings.title, settingsTable(answer, words))}
    ${chapter(running.backup.title, points(running.backup.points))}`
}

export const view: View<HandlingAnswer> = {
  choosers: [],
  standsAlone: true,
  ask: askHandling,
  title: (_, { lang }) => handlingIn(lang).running.title,
  show,
}
