import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { CalendarAnswer } from '../../data/model/answers/calendar.ts'
import { type UploadSource, uploadSources } from '../../data/model/upload.ts'
import { act } from '../api-client/act.ts'
import type { Context, View } from '../page/view.ts'
import { type FormValues, form } from '../parts/form.ts'
import { handInIn } from '../text/hand-in/index.ts'
import { workIn } from '../text/work/index.ts'
import { endable } from './work/endable.ts'

type Expected = CalendarAnswer['expected'][number]

/** What can be expected of a municipality: Öppna jämförelser come from elsewhere. */
const SOURCES = uploadSources.filter((source) => source !== 'oj')

/** What the municipalities of a group are expected to hand in, who has, and a form that expects more. */
class ExpectedUploads extends LitElement {
  static override properties = { context: { attribute: false }, answer: { attribute: false } }
  declare context: Context
  declare answer: CalendarAnswer

  override createRenderRoot() {
    return this
  }

  async #put(municipalities: readonly string[], source: UploadSource, year: number, due: string | null) {
    await act('PUT', 'calendar', this.context.lang, { municipalities, source, year, due })
    this.answer = await act<CalendarAnswer>('GET', 'calendar', this.context.lang)
  }

  #expect = async ({ group, source, year, due = '' }: FormValues) => {
    const members = this.answer.groups.find(({ id }) => id === group)?.members ?? []
    await this.#put(members, source as UploadSource, Number(year), due)
  }

  #remove = async (id: string) => {
    const { source, year, municipalities } = this.answer.expected[Number(id)]!
    const codes = municipalities.map(({ code }) => code)
    await this.#put(codes, source, year, null)
  }

  override render(): TemplateResult {
    const words = handInIn(this.context.lang)
    const { calendar } = words
    const groups = this.answer.groups.map(({ id, name }) => ({ value: id, label: name }))
    return html`${this.answer.expected.length > 0 ? this.#list() : html`<p>${calendar.nothing}</p>`}
      <section class="chapter">
        <h2>${calendar.form}</h2>
        ${form({
          fields: [
            { name: 'group', label: calendar.group, options: groups },
            {
              name: 'source',
              label: calendar.what,
              options: SOURCES.map((value) => ({ value, label: words.choose.sources[value] })),
            },
            { name: 'year', label: calendar.year, type: 'number', value: String(new Date().getFullYear() - 1) },
            { name: 'due', label: calendar.due, type: 'date' },
          ],
          button: calendar.expect,
          failed: workIn(this.context.lang).failed,
          send: this.#expect,
        })}
      </section>`
  }

  #list(): TemplateResult {
    const { calendar } = handInIn(this.context.lang)
    return html`<h2 id="expected">${calendar.title}</h2>
      ${endable({
        labelledBy: 'expected',
        columns: calendar.columns,
        rows: this.answer.expected.map((one, at) => ({ id: String(at), cells: this.#cells(one) })),
        end: calendar.remove,
        failed: workIn(this.context.lang).failed,
        ending: this.#remove,
      })}`
  }

  #cells({ source, year, due, handedIn, of, municipalities }: Expected): string[] {
    const { choose, calendar } = handInIn(this.context.lang)
    const missing = municipalities.filter(({ handedInAt }) => handedInAt === null).map(({ name }) => name)
    return [
      `${choose.sources[source]} ${year}`,
      due,
      calendar.count(handedIn, of),
      missing.join(', ') || calendar.noneMissing,
    ]
  }
}

customElements.define('js-expected-uploads', ExpectedUploads)

export const view: View<CalendarAnswer> = {
  choosers: [],
  standsAlone: true,
  ask: ({ lang }) => act<CalendarAnswer>('GET', 'calendar', lang),
  title: (_, { lang }) => handInIn(lang).calendar.title,
  show: (answer, context) => html`<header class="finding">
      <h1 tabindex="-1">${handInIn(context.lang).calendar.title}</h1>
      <p>${handInIn(context.lang).calendar.lead}</p>
    </header>
    ${answer.groups.length > 0 ? html`<js-expected-uploads .context=${context} .answer=${answer}></js-expected-uploads>` : nothing}`,
}
