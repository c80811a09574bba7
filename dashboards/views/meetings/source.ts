import { html, nothing, type TemplateResult } from 'lit'
import type { Content } from '../../../data/model/meetings/card.ts'

/** A source as its card tells it: where it is, and its own words. */
export function sourceCard({ text, url, year, theme }: Extract<Content, { kind: 'source' }>): TemplateResult {
  const about = [theme, year].filter(Boolean).join(', ')
  return html`<div class="card-text">
    ${about ? html`<p class="quiet">${about}</p>` : nothing} ${text.split(/\n+/).map((one) => html`<p>${one}</p>`)}
    ${url ? html`<p><a href=${url} rel="noreferrer noopener" target="_blank">${url}</a></p>` : nothing}
  </div>`
}
