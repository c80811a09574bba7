import { html, type TemplateResult } from 'lit'
import type { UploadsAnswer } from '../../../data/model/answers/uploads.ts'
import type { HandInTexts } from '../../text/hand-in/index.ts'

/** What the municipality has handed in before, the latest first. */
export function history({ uploads }: UploadsAnswer, words: HandInTexts, open: (id: string) => void): TemplateResult {
  return html`<section class="chapter" aria-labelledby="hand-in-history">
    <h2 id="hand-in-history">${words.history.title}</h2>
    ${uploads.length === 0 ? html`<p>${words.history.none}</p>` : list(uploads, words, open)}
  </section>`
}

const list = (uploads: UploadsAnswer['uploads'], words: HandInTexts, open: (id: string) => void) =>
  html`<div class="table-scroll" tabindex="0" role="region" aria-label="${words.history.what}, ${words.history.state}">
    <table>
      <thead><tr>
        ${[words.history.when, words.history.who, words.history.what, words.history.state].map((label) => html`<th scope="col">${label}</th>`)}
        <td></td>
      </tr></thead>
      <tbody>${uploads.map((upload) => line(upload, words, open))}</tbody>
    </table>
  </div>`

function line(
  { id, createdAt, account, source, municipality, years, state }: UploadsAnswer['uploads'][number],
  words: HandInTexts,
  open: (id: string) => void,
): TemplateResult {
  const when = createdAt.slice(0, 16).replace('T', ' ')
  const place = source === 'oj' ? '' : municipality
  const what = [words.choose.sources[source], place, years.join(', ')].filter(Boolean).join(' ')
  return html`<tr>
    <th scope="row">${when}</th><td>${account}</td><td>${what}</td><td>${words.states[state]}</td>
    <td><button class="button quiet" aria-label="${words.history.open}: ${what}, ${when}" @click=${() => open(id)}>${words.history.open}</button></td>
  </tr>`
}
