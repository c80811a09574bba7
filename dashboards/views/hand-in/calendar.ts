import { html, nothing, type TemplateResult } from 'lit'
import type { CalendarAnswer } from '../../../data/model/answers/calendar.ts'
import type { HandInTexts } from '../../text/hand-in/index.ts'

/** What is expected and by when, and how many have handed in: never what. */
export function calendar({ expected }: CalendarAnswer, words: HandInTexts): TemplateResult | typeof nothing {
  if (expected.length === 0) return nothing
  return html`<section class="chapter" aria-labelledby="hand-in-calendar">
    <h2 id="hand-in-calendar">${words.calendar.title}</h2>
    <ul>${expected.map((one) => line(one, words))}</ul>
  </section>`
}

function line(
  { source, year, due, handedIn, of, municipalities }: CalendarAnswer['expected'][number],
  words: HandInTexts,
) {
  const missing = municipalities.filter(({ handedInAt }) => handedInAt === null).map(({ name }) => name)
  const what = words.calendar.line(words.choose.sources[source], year, due)
  return html`<li><strong>${what}:</strong> ${words.calendar.count(handedIn, of)}.
    ${missing.length > 0 ? words.calendar.missing(missing.join(', ')) : nothing}
    ${missing.length > 0 && due < new Date().toISOString().slice(0, 10) ? html`<strong>${words.calendar.late}</strong>` : nothing}</li>`
}
