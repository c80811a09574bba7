import { html, nothing, type TemplateResult } from 'lit'
import type { State } from '../../address/state.ts'
import type { Context } from '../../page/view.ts'
import { message } from '../../parts/messages.ts'
import { followupIn } from '../../text/followup/index.ts'
import { protectionPicture } from './protection-picture.ts'
import type { Scope } from './scope.ts'

type Note = {
  /** How many of the figure's cells are not shown. */
  hidden: number
  protection: string
  /** What else stands there, before it. */
  also?: TemplateResult | typeof nothing
  /** The figure is divided as the page's chooser says, and would be whole without. */
  divided?: boolean
}

/**
 * What stands under every figure: where something is not shown, what that means and what to choose instead; and how the
 * figures are protected.
 */
export function protectionNote(
  { hidden, protection, also = nothing, divided = false }: Note,
  scope: Scope,
  context: Context,
): TemplateResult {
  const words = followupIn(context.lang)
  return html`${also}
    ${hidden === 0 ? nothing : html`<p>${words.hiddenCells(hidden)} ${instead(scope, context, divided)}</p>`}
    <details class="why"><summary>${words.protectedFigures}</summary>
      ${protectionPicture(words.protectionPicture)}
      <ul>${words.protectionSentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
      <p>${protection}</p>
      <p>${words.whatHiddenMeans}</p></details>`
}

/** The page where not even the number of persons is shown: what that means, and what to choose instead. */
export function nothingShown(title: string, protection: string, scope: Scope, context: Context): TemplateResult {
  const words = followupIn(context.lang)
  const next = html`<p>${instead(scope, context, false)}</p>
    <p>${protection}</p>`
  return message(title, words.nothingDetail, next)
}

/** In place of a figure of which nothing is shown: that it is so, and what to choose instead. */
export function figureNotShown(what: string, scope: Scope, context: Context): TemplateResult {
  return html`<p class="not-shown">${what}. ${instead(scope, context, false)}</p>`
}

/** Choices that gather more people into a cell, each a link that makes it. */
function instead(scope: Scope, context: Context, divided: boolean): TemplateResult | typeof nothing {
  const words = followupIn(context.lang)
  const choices = widerChoices(scope, context, divided)
  if (choices.length === 0) return nothing
  return html`${words.tryInstead}
  ${choices.map(({ label, change }, at) => html`${at === 0 ? '' : ' · '}${choiceLink(label, change, context)}`)}.`
}

type Choice = { label: string; change: Partial<State> }

/** A run of years, a whole group, every module, no breakdown: those of them that are not chosen already. */
function widerChoices(
  { place, group, period, years, instrument }: Scope,
  { state, lang, lists }: Context,
  divided: boolean,
): Choice[] {
  const words = followupIn(lang)
  const last = Number(period.slice(-4))
  const run = `${last - 2}-${last}`
  const wider = group ?? lists.groups.get('all')
  const whole = instrument.id === 'ubu' ? words.onlyByModule : words.withoutSplit
  return [
    ...(period.includes('-') || years.length < 2
      ? []
      : [{ label: words.threeYears(run.replace('-', '–')), change: { years: run } }]),
    ...(place.isGroup || !wider ? [] : [{ label: words.wholeGroup(wider.name), change: { place: wider.id } }]),
    ...(state.module === '' ? [] : [{ label: words.allModules, change: { module: '' } }]),
    ...(!divided || state.split === '' ? [] : [{ label: whole, change: { split: '' } }]),
  ]
}

/** A choice as a link that makes it. */
export function choiceLink(label: string, change: Partial<State>, { go, href }: Context): TemplateResult {
  const turn = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    go(change)
  }
  return html`<a href=${href(change)} @click=${turn}>${label}</a>`
}
