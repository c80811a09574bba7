import { html, type TemplateResult } from 'lit'
import type { StandoutAnswer } from '../../data/model/answers/standout.ts'
import { writeDate } from '../../data/model/dates.ts'
import type { MethodId } from '../../data/model/methods.ts'
import { bandMark } from '../charts/bands.ts'
import { placeLine } from '../charts/place-line.ts'
import { ask } from '../client.ts'
import { link } from '../parts/link.ts'
import { methodLinks } from '../parts/method-link.ts'
import type { Context, View } from './view.ts'

/** What stands out, where a municipality is chosen; a page to choose on, where none is. */
async function askStandout({ state, lang }: Context): Promise<StandoutAnswer | null> {
  if (state.municipality === '') return null
  return ask<StandoutAnswer>('standout', { municipality: state.municipality, reference: state.group }, lang)
}

/** As many as fit a screen; the rest stands in the profile. */
const SHOWN = 6

function show(answer: StandoutAnswer | null, context: Context): TemplateResult {
  const { texts } = context
  return html`<header class="finding">
      <h1 tabindex="-1">${titleOf(answer, context)}</h1>
      <p>${answer === null ? texts.start.lead : texts.start.against(answer.reference.name)}</p>
    </header>
    ${answer === null ? '' : standout(answer, context)} ${next(context)} ${aboutData(context)}`
}

function standout(answer: StandoutAnswer, context: Context): TemplateResult {
  const { start } = context.texts
  const differs = answer.differs.slice(0, SHOWN).map((one) => ({
    ...one,
    period: one.period,
    beside: placeLine(one.rank, one.of, bandMark(one.band)),
  }))
  const moved = answer.moved.slice(0, SHOWN).map((one) => ({ ...one, period: one.to, beside: arrow(one.change) }))
  const missing = answer.missing.slice(0, SHOWN).map((one) => ({ ...one, beside: hatch }))
  return html`<div class="standout">
    ${list(start.differs, start.nothingDiffers, differs, ['rank', 'band'], context)}
    ${list(start.moved, start.nothingMoved, moved, ['quartiles', 'trend'], context)}
    ${list(start.missing, start.nothingMissing, missing, [], context)}
  </div>`
}

type Found = { indicator: string; period: number; sentence: string; beside: TemplateResult }

function list(
  title: string,
  none: string,
  found: readonly Found[],
  methods: readonly MethodId[],
  context: Context,
): TemplateResult {
  return html`<section class="found">
    <h2>${title}</h2>
    ${found.length === 0 ? html`<p>${none}</p>` : html`<ul>${found.map((one) => item(one, context))}</ul>`}
    ${methods.length > 0 ? html`<p class="about-data">${methodLinks(methods, context)}</p>` : ''}
  </section>`
}

function item(one: Found, context: Context): TemplateResult {
  const change = { view: 'compare', indicator: one.indicator, period: String(one.period) }
  return html`<li><span class="beside">${one.beside}</span>${link(one.sentence, change, context)}</li>`
}

const arrow = (change: number) => html`<span class="arrow" aria-hidden="true">${change < 0 ? '↘' : '↗'}</span>`

const hatch = html`<span class="hatch" aria-hidden="true"></span>`

function next(context: Context): TemplateResult {
  const { start } = context.texts
  return html`<section class="next-steps">
    <h2>${start.next}</h2>
    <ul>
      <li>${link(start.toCompare, { view: 'compare' }, context)}</li>
      <li>${link(start.toProfile, { view: 'profile' }, context)}</li>
      <li>${link(start.toMatrix, { view: 'matrix' }, context)}</li>
    </ul>
  </section>`
}

function aboutData(context: Context): TemplateResult | string {
  const { texts, foundation, lang } = context
  const { release } = foundation
  if (release === null) return ''
  return html`<p class="about-data">${texts.start.release(release.id, writeDate(release.builtAt, lang))} ${link(texts.views.about, { view: 'about' }, context)}</p>`
}

const titleOf = (answer: StandoutAnswer | null, { texts }: Context) =>
  answer === null ? texts.start.title : texts.start.standoutIn(answer.name)

export const view: View<StandoutAnswer | null> = {
  choosers: ['municipality', 'group'],
  ask: askStandout,
  title: titleOf,
  show,
}
