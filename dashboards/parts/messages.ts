import { html, type TemplateResult } from 'lit'
import { AskError } from '../api-client/ask.ts'
import type { Texts } from '../text/index.ts'

/** A state without figures: what it is, and what to do next. */
export function message(title: string, detail: string, next: TemplateResult | string = ''): TemplateResult {
  return html`<section class="message"><h1 tabindex="-1">${title}</h1><p>${detail}</p>${next}</section>`
}

/** Figures are on their way: the outline of a page, said to be busy. */
export function loading(texts: Texts): TemplateResult {
  return html`<section class="loading" aria-busy="true">
    <p class="visually-hidden" role="status">${texts.state.loading}</p>
    <div class="bone bone-title"></div>
    <div class="bone bone-text"></div>
    <div class="bone bone-figure"></div>
  </section>`
}

/** Why there is no answer, in words, with a button to try again. */
export function failure(error: unknown, texts: Texts, again: () => void): TemplateResult {
  const { title, detail } = wordsFor(error, texts)
  return message(
    title,
    detail,
    html`<p class="next"><button class="button" @click=${isOutdated(error) ? () => location.reload() : again}>${texts.state.again}</button> ${toStart(texts)}</p>`,
  )
}

/** Why a question has no answer; the same again would have none either, so the choosers stay and another choice is the way on. */
export function refusal(error: AskError, texts: Texts): { title: string; body: TemplateResult } {
  const { title, detail } = wordsFor(error, texts)
  const next = error.kind === 'closed' ? toSignIn(texts) : ''
  return { title, body: message(title, detail, html`<p class="next">${next} ${toStart(texts)}</p>`) }
}

/** True where it is the question, not the way to the answer, that is at fault. */
export const isRefused = (error: unknown): error is AskError =>
  error instanceof AskError && ['refused', 'unknown', 'closed'].includes(error.kind)

const toSignIn = ({ work, otherLanguage }: Texts) =>
  html`<a class="button" href=${otherLanguage.code === 'sv' ? '/?view=sign-in&lang=en' : '/?view=sign-in'}>${work['sign-in']}</a>`

const toStart = (texts: Texts) => html`<a class="button quiet" href="/">${texts.state.toStart}</a>`

/** A browser does not fetch a missing part twice: only loading the page anew helps. */
const isOutdated = (error: unknown) => error instanceof AskError && error.kind === 'outdated'

function wordsFor(error: unknown, { state }: Texts): { title: string; detail: string } {
  if (!(error instanceof AskError)) return { title: state.failedTitle, detail: state.failedDetail }
  if (error.kind === 'offline') return { title: state.offlineTitle, detail: state.offlineDetail }
  if (error.kind === 'closed') return { title: state.closedTitle, detail: error.message || state.emptyDetail }
  if (error.kind === 'outdated') return { title: state.outdatedTitle, detail: state.outdatedDetail }
  if (error.kind === 'refused') return { title: state.refusedTitle, detail: error.message || state.emptyDetail }
  if (error.kind === 'unknown') return { title: state.unknownTitle, detail: error.message || state.emptyDetail }
  return { title: state.failedTitle, detail: state.failedDetail }
}
