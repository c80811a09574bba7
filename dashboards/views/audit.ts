import { html, nothing, type TemplateResult } from 'lit'
import type { AuditAnswer } from '../../data/model/answers/audit.ts'
import { act } from '../api-client/act.ts'
import { addressOf } from '../api-client/ask.ts'
import type { Context, View } from '../page/view.ts'
import { form } from '../parts/form.ts'
import { workIn } from '../text/work/index.ts'
import { momentIn } from './work/words.ts'

const FORMATS = ['csv', 'xlsx'] as const

function show({ lines, end }: AuditAnswer, context: Context): TemplateResult {
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
      send: async (values) => context.go({ find: values.find ?? '' }),
    })}
    <div class="table-scroll" tabindex="0" role="region" aria-label=${words.title}>
      <table>
        <thead>
          <tr>${words.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr>
        </thead>
        <tbody>
          ${lines.map((line) => rowOf(line, context))}
        </tbody>
      </table>
    </div>`
}

function rowOf({ time, actor, name, action, object, body }: AuditAnswer['lines'][number], { lang }: Context) {
  const told = body === null ? workIn(lang).audit.erased : JSON.stringify(body)
  return html`<tr>
    <th scope="row" class="moment">${momentIn(time, lang)}</th>
    <td>${name ?? actor}</td>
    <td>${workIn(lang).audit.deeds[action] ?? action}</td>
    <td><code>${object}</code></td>
    <td>${told === '{}' ? nothing : html`<code>${told}</code>`}</td>
  </tr>`
}

export const view: View<AuditAnswer> = {
  choosers: [],
  standsAlone: true,
  ask: ({ lang, state }) => act<AuditAnswer>('GET', `audit?q=${encodeURIComponent(state.find)}&limit=200`, lang),
  title: (_, { lang }) => workIn(lang).audit.title,
  show,
}
