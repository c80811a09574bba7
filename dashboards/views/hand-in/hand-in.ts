import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { UploadAnswer, UploadsAnswer } from '../../../data/model/answers/uploads.ts'
import { type Acknowledgement, isExtract, type UploadMapping, type UploadSource } from '../../../data/model/upload.ts'
import type { WorkbookMapping } from '../../../data/model/workbook-mapping.ts'
import { act } from '../../api-client/act.ts'
import { AskError } from '../../api-client/ask.ts'
import { sendFile } from '../../api-client/send-file.ts'
import type { Context } from '../../page/view.ts'
import { type HandInTexts, handInIn } from '../../text/hand-in/index.ts'
import { approval } from './approval.ts'
import { type HandInAnswer, mappingsFor } from './asked.ts'
import { calendar } from './calendar.ts'
import { chooseFile } from './choose-file.ts'
import { findings } from './findings.ts'
import { history } from './history.ts'
import './mapping-form.ts'
import type { Mapped } from './mapping-form.ts'
import { preview } from './preview.ts'
import { receipt } from './receipt.ts'
import './reduce.ts'
import './workbook.ts'

/** What was chosen to be handed in. */
type Chosen = { municipality: string; source: UploadSource; mapping: string }

const LOOK_EVERY_MS = 1000
const MOVING = ['receiving', 'received', 'checking']

/** One upload at a time on its way from a file to a receipt, and those before it. */
class HandIn extends LitElement {
  static override properties = {
    answer: { attribute: false },
    context: { attribute: false },
    upload: { state: true },
    sent: { state: true },
    problem: { state: true },
    files: { state: true },
    chosen: { state: true },
  }
  declare answer: HandInAnswer
  declare context: Context
  declare upload: UploadAnswer | null
  /** How much of the file has gone, 0–1; null when nothing is being sent. */
  declare sent: number | null
  declare problem: string
  /** Files that are still to be sent; the first is the one at hand. */
  declare files: readonly Blob[]
  declare chosen: Omit<Chosen, 'source'> & { source: UploadSource | null }
  #timer = 0

  constructor() {
    super()
    this.upload = null
    this.sent = null
    this.problem = ''
    this.files = []
    this.chosen = { municipality: '', source: null, mapping: '' }
  }

  override createRenderRoot() {
    return this
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  override render(): TemplateResult {
    const words = handInIn(this.context.lang)
    return html`<header class="finding"><h1 tabindex="-1">${words.title}</h1><p>${words.lead}</p></header>
      <p class="hand-in-problem" role="alert">${this.problem}</p>
      ${calendar(this.answer.calendar, words)}
      ${this.answer.uploads.sources.length > 0 ? this.#steps(words) : html`<p>${words.signIn}</p>`}
      ${history(this.answer.uploads, words, this.#show)}`
  }

  #steps(words: HandInTexts): TemplateResult {
    const chosen = this.#chosen
    return html`<section class="chapter" aria-labelledby="hand-in-file">
        <h2 id="hand-in-file">${words.steps.choose}</h2>
        ${chooseFile({ answer: this.answer, chosen, files: this.files, words, lang: this.context.lang, choose: this.#choose, take: this.#take, send: () => void this.#send() })}
        ${isExtract(chosen.source) ? html`<js-reduce .words=${words} .ageGroups=${this.#ageGroups()} @reduced=${this.#useReduced}></js-reduce>` : nothing}
      </section>
      <section class="chapter" aria-labelledby="hand-in-state" aria-live="polite">
        ${this.sent === null && !this.upload ? nothing : html`<h2 id="hand-in-state" tabindex="-1">${words.steps.check}</h2>`}
        ${this.#progress(words)}
      </section>
      ${this.upload ? this.#outcome(this.upload, words) : nothing}`
  }

  #progress(words: HandInTexts): TemplateResult | typeof nothing {
    if (this.sent !== null) {
      const percent = Math.round(this.sent * 100)
      return html`<p>${words.sending(percent)}</p><progress max="100" value=${percent} aria-label=${words.sending(percent)}></progress>`
    }
    if (!this.upload) return nothing
    const { state, place, progress, failure } = this.upload
    const more = {
      received: words.place(place ?? 0),
      checking: words.checking(progress),
      refused: failure ? `${words.failures[failure]} ${words.refused}` : words.refused,
    } as Partial<Record<string, string>>
    return html`<p class="hand-in-state"><strong>${words.states[state]}.</strong> ${more[state] ?? ''}</p>`
  }

  #outcome(upload: UploadAnswer, words: HandInTexts): TemplateResult {
    const { lang } = this.context
    const format = this.answer.mappings.formats.find(({ instrument }) => instrument === upload.source)
    return html`${findings(upload, words, lang)}
      ${upload.state === 'refused' && upload.proposal && format ? html`<js-mapping-form .proposal=${upload.proposal} .format=${format} .lang=${lang} .canSend=${this.files.length > 0} @mapped=${this.#useMapping}></js-mapping-form>` : nothing}
      ${upload.understanding ? html`<js-hand-in-workbook .understanding=${upload.understanding} .context=${this.context} .canSend=${this.files.length > 0} @corrected=${this.#useWorkbook}></js-hand-in-workbook>` : nothing}
      ${upload.preview ? preview(upload.preview, format, words, this.context) : nothing}
      ${approval(upload, this.answer.uploads.fourEyes, words, { approve: this.#approve, withdraw: this.#withdraw })}
      ${upload.sha256 ? receipt(upload, words, this.context) : nothing}`
  }

  #ageGroups(): readonly string[] {
    const { formats } = this.answer.mappings
    const format = formats.find(({ instrument }) => instrument === this.#chosen.source)
    return format?.columns.find(({ id }) => id === 'aldersgrupp')?.codes.map(({ id }) => id) ?? []
  }

  /** What is chosen, or what there is to choose first. */
  get #chosen(): Chosen {
    const { municipalities, sources } = this.answer.uploads
    const { mapping } = this.chosen
    const source = this.chosen.source ?? sources[0]!
    return { municipality: this.chosen.municipality || (municipalities[0]?.code ?? ''), source, mapping }
  }

  #choose = (change: Partial<Chosen>) => {
    this.chosen = { ...this.chosen, ...change }
  }

  #take = (files: readonly Blob[]) => {
    this.files = files
    this.problem = ''
  }

  #useReduced = ({ detail }: CustomEvent<Blob>) => this.#take([detail])

  #useMapping = async ({ detail: { mapping, shared } }: CustomEvent<Mapped>) => {
    const municipality = this.upload?.municipality
    await this.#trying(async () => {
      await act('PUT', 'mappings', this.context.lang, { municipality, mapping, shared })
      await this.#refresh()
      await this.#sendWith(mapping)
    })
  }

  /** The workbook once more, read as it was corrected; what was read otherwise is taken back. */
  #useWorkbook = async ({ detail }: CustomEvent<WorkbookMapping>) => {
    const before = this.upload
    await this.#trying(async () => {
      if (before?.canBeWithdrawn) await act('POST', `uploads/${before.id}/withdraw`, this.context.lang)
      await this.#sendWith(detail)
    })
  }

  async #send(): Promise<void> {
    const kept = this.answer.mappings.mappings.find(({ id }) => id === this.chosen.mapping)
    await this.#trying(() => this.#sendWith(kept?.mapping))
  }

  async #sendWith(mapping: UploadMapping | undefined): Promise<void> {
    const [file] = this.files
    if (!file) return
    const { lang } = this.context
    const { municipality, source } = this.#chosen
    const about = { source, ...(source !== 'oj' && { municipality }), ...(mapping && { mapping }) }
    this.sent = 0
    try {
      const begun = await act<UploadAnswer>('POST', 'uploads', lang, about)
      await sendFile(`uploads/${begun.id}/file`, file, lang, (part) => {
        this.sent = part
      })
      this.sent = null
      await this.#show(begun.id)
    } finally {
      this.sent = null
    }
  }

  /** Shows an upload, and looks at it again as long as something is happening to it. */
  #show = async (id: string): Promise<void> => {
    clearTimeout(this.#timer)
    await this.#trying(async () => {
      const before = this.upload
      this.upload = await act<UploadAnswer>('GET', `uploads/${id}`, this.context.lang)
      if (before?.state !== this.upload.state) await this.#changed(before?.id !== id)
    })
    if (this.upload && isMoving(this.upload)) this.#timer = window.setTimeout(() => void this.#show(id), LOOK_EVERY_MS)
  }

  async #changed(isAnother: boolean): Promise<void> {
    if (this.upload?.state === 'published' || this.upload?.state === 'withdrawn') this.files = this.files.slice(1)
    await this.#refresh()
    await this.updateComplete
    if (isAnother) this.querySelector<HTMLElement>('#hand-in-state')?.focus()
  }

  async #refresh(): Promise<void> {
    const uploads = await act<UploadsAnswer>('GET', 'uploads', this.context.lang)
    const mappings = await mappingsFor(uploads, this.context.lang)
    this.answer = { ...this.answer, uploads, mappings }
  }

  #approve = (acknowledged: Acknowledgement[]) => this.#decide('approve', { acknowledged })
  #withdraw = () => this.#decide('withdraw', undefined)

  async #decide(what: string, body: object | undefined): Promise<void> {
    const { upload } = this
    if (!upload) return
    await this.#trying(async () => {
      await act('POST', `uploads/${upload.id}/${what}`, this.context.lang, body)
      await this.#show(upload.id)
    })
  }

  async #trying(work: () => Promise<void>): Promise<void> {
    this.problem = ''
    try {
      await work()
    } catch (error) {
      const { state } = this.context.texts
      this.problem = (error instanceof AskError && error.message) || state.failedDetail
    }
  }
}

const isMoving = ({ state, waitsFor }: UploadAnswer): boolean =>
  MOVING.includes(state) || (state === 'waiting' && waitsFor === 'release')

customElements.define('js-hand-in', HandIn)
