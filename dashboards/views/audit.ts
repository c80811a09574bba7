import { html, nothing, type TemplateResult } from 'lit'
import type { AuditAnswer } from '../../data/model/answers/audit.ts'
import { act } from '../api-client/act.ts'
import { addressOf } from '../api-client/ask.ts'
import type { Context, View } from '../page/view.ts'
import { form } from '../parts/form.ts'
import { link } from '../parts/link.ts'
import { workIn } from '../text/work/index.ts'
import { particularsIn } from './work/particulars.ts'
import { momentIn } from './work/words.ts'

const FORMATS = ['csv', 'xlsx'] as const

function show({ lines, before, end }: AuditAnswer, context: Context): TemplateResult {
  const { audit: words, failed } = workIn(context.lang)
  const { find } = context.state
  return html`<header class="finding">
      <h1 tabindex="-1">${words.title}</h1>
      <p>${words.lead(end.seq)}</p>
      <p>
        ${words.save}
        ${FORMATS.map((format) => html`<a href=${addressOf('audit', { q: find, limit: 10_000 }, context.lang, format)}>${format.toUpperCase()}</a> `)}
      </p>
    </header>
    ${form({
      fields: [{ name: 'find', label: words.find, value: find }],
      button: words.search,
      failed,
      send: async (values) => context.go({ find: values.find ?? '', at: '' }),
    })}
    <div class="table-scroll" tabindex="0" role="region" aria-label=${words.title}>
      <table class="deeds">
        <thead>
          <tr>${words.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr>
        </thead>
        <tbody>
          ${lines.map((line) => rowOf(line, context))}
        </tbody>
      </table>
    </div>
    ${before === null ? nothing : html`<p>${link(words.older, { at: `before-${before}` }, context)}</p>`}`
}

function rowOf({ time, actor, name, action, object, about, body }: AuditAnswer['lines'][number], context: Context) {
  const { lang } = context
  const words = workIn(lang).audit
  const told = body === null ? [words.erased] : particularsIn(body, context)
  return html`<tr>
    <th scope="row" class="moment">${momentIn(time, lang)}</th>
    <td>${name ?? words.actors[actor] ?? actor}</td>
    <td>${words.deeds[action] ?? action}</td>
    <td>${about ?? html`<code>${object}</code>`}</td>
    <td class="particulars">${told.map((line) => html`<div>${line}</div>`)}</td>
  </tr>`
}

/** Which lines: those that hold the words, from the newest or before the last that was shown. */
function asked({ find, at }: Context['state']): URLSearchParams {
  const before = /^before-(\d+)$/.exec(at)?.[1]
  return new URLSearchParams({ q: find, limit: '200', ...(before && { before }) })
}

export const view: View<AuditAnswer> = {
  choosers: [],
  standsAlone: true,
  ask: ({ lang, state }) => act<AuditAnswer>('GET', `audit?${asked(state)}`, lang),
  title: (_, { lang }) => workIn(lang).audit.title,
  show,
}
