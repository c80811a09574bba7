import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { MethodId } from '../../data/model/methods.ts'
import { holds, withoutPicked, withPicked } from '../basket/basket.ts'
import { kindOf, pickedQuery } from '../basket/picked.ts'
import { addressOf } from '../client.ts'
import type { NativeChart } from '../exports/figure.ts'
import { keepBasket, keptBasket } from '../kept.ts'
import type { Context } from '../views/view.ts'
import { download } from './download.ts'
import { drawInTurn } from './drawing-order.ts'
import { textFace } from './face.ts'
import { methodLinks } from './method-link.ts'
import { asPng, pictureOf } from './picture.ts'
import { stepper } from './stepper.ts'
import { type Table, table } from './table.ts'

/** A chart and everything that a reader needs to understand, check and carry it away. */
export type FigureSpec = {
  /** Id on the page and stem of the file name: `rang-N31807-2024`. */
  name: string
  finding: string
  subtitle: string
  /** A pure drawing; the figure chooses the width and draws again when it changes. */
  chart: (width: number) => SVGSVGElement
  table: Table
  /** Where the raw values come from, and which figures beside them are our own. */
  source: string
  processing: string
  /** How the figures were made; each is linked to its explanation. At least one. */
  methods: readonly MethodId[]
  sample: boolean
  /** The question whose answer holds the figures, for CSV and XLSX. */
  data: { resource: string; question: Readonly<Record<string, string | number | null>> }
  /** What Word and PowerPoint can draw themselves; left out where they cannot draw the like. */
  native?: NativeChart
  /** More below the chart: a sentence, a button. */
  note?: TemplateResult | string
}

/** A plate narrower than this is not laid out yet. */
const NARROWEST = 120

const FORMATS = ['png', 'svg', 'csv', 'xlsx', 'pptx', 'docx', 'copy', 'link'] as const
type Format = (typeof FORMATS)[number]

class Figure extends LitElement {
  static override properties = {
    spec: { attribute: false },
    context: { attribute: false },
    asTable: { state: true },
    said: { state: true },
  }
  declare spec: FigureSpec
  declare context: Context
  declare asTable: boolean
  declare said: string
  #watcher: ResizeObserver | undefined
  #drawn = { width: 0, spec: undefined as FigureSpec | undefined }

  constructor() {
    super()
    this.asTable = false
    this.said = ''
  }

  override createRenderRoot() {
    return this
  }

  override render() {
    const { name, finding, subtitle, note } = this.spec
    const { figure } = this.context.texts
    return html`<figure id=${name} aria-labelledby=${`${name}-title`}>
      <figcaption>
        <h2 id=${`${name}-title`}>${finding}</h2>
        <p class="subtitle">${subtitle}</p>
      </figcaption>
      <div class="plate" role="group" tabindex="0" aria-label=${`${finding}. ${figure.keys}`} ?hidden=${this.asTable}></div>
      ${this.asTable ? table(finding, this.spec.table) : nothing} ${note ? html`<div class="note">${note}</div>` : nothing}
      <p class="visually-hidden" role="status">${this.said}</p>
      <footer>
        <p class="sources">${this.#sources} ${methodLinks(this.spec.methods, this.context)}</p>
        <div class="actions">
          <button @click=${this.#turn}>${this.asTable ? figure.chart : figure.table}</button>
          ${this.#pickButton()} ${this.#saveMenu()}
        </div>
      </footer>
    </figure>`
  }

  get #sources(): string {
    const { figure } = this.context.texts
    const source = this.spec.sample ? figure.sampleSource : figure.source(this.spec.source)
    return `${source} · ${figure.ownProcessing(this.spec.processing)}`
  }

  #saveMenu() {
    const { figure } = this.context.texts
    return html`<details class="save" @keydown=${this.#escape} @focusout=${this.#leave}>
      <summary>${figure.save}</summary>
      <ul>
        ${FORMATS.map(
          (format) => html`<li><button @click=${() => this.#save(format)}>${figure.saveAs[format]}</button></li>`,
        )}
      </ul>
    </details>`
  }

  #pickButton() {
    const { figure } = this.context.texts
    const picked = holds(keptBasket(), ...this.#picked)
    return html`<button aria-pressed=${picked} @click=${this.#pick}>${picked ? figure.picked : figure.pick}</button>`
  }

  get #picked(): [query: string, figure: string] {
    return [pickedQuery(this.context.state, this.spec), kindOf(this.spec.name)]
  }

  /** Puts the figure into the basket, or takes it out again. */
  #pick = () => {
    const { figure } = this.context.texts
    const before = keptBasket()
    const isIn = holds(before, ...this.#picked)
    const after = isIn ? withoutPicked(before, ...this.#picked) : withPicked(before, ...this.#picked)
    keepBasket(after)
    if (isIn) this.said = figure.unpickedSaid
    else this.said = after === before ? figure.full : figure.pickedSaid(after.length)
    this.requestUpdate()
  }

  #turn = () => {
    this.asTable = !this.asTable
  }

  #escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    this.#closeMenu()
    this.querySelector<HTMLElement>('.save summary')?.focus()
  }

  #leave = (event: FocusEvent) => {
    const menu = this.querySelector('.save')
    if (menu && !menu.contains(event.relatedTarget as Node | null)) this.#closeMenu()
  }

  #closeMenu() {
    this.querySelector('.save')?.removeAttribute('open')
  }

  async #save(format: Format) {
    const { figure } = this.context.texts
    this.querySelector<HTMLElement>('.save summary')?.focus()
    this.#closeMenu()
    if (format === 'copy' || format === 'link') {
      const put = format === 'copy' ? this.#copyPicture() : navigator.clipboard.writeText(this.#address)
      const done = format === 'copy' ? figure.copied : figure.linkCopied
      this.said = await put.then(
        () => done,
        () => figure.notCopied,
      )
      return
    }
    const file = `${this.spec.name}.${format}`
    this.said = await this.#file(format).then(
      (blob) => download(blob, file) ?? figure.saved(file),
      () => figure.notSaved,
    )
  }

  get #address(): string {
    return `${location.href.split('#')[0]}#${this.spec.name}`
  }

  async #file(format: Exclude<Format, 'copy' | 'link'>): Promise<Blob> {
    if (format === 'svg') return new Blob([await this.#picture()], { type: 'image/svg+xml' })
    if (format === 'png') return asPng(await this.#picture())
    if (format === 'pptx' || format === 'docx') return this.#document(format)
    const { resource, question } = this.spec.data
    const response = await fetch(addressOf(resource, question, this.context.lang, format))
    if (!response.ok) throw new Error(String(response.status))
    return response.blob()
  }

  async #document(format: 'pptx' | 'docx'): Promise<Blob> {
    const { documentOf } = await import('../exports/document.ts')
    return documentOf(format, [{ spec: this.spec, context: this.context, comment: '' }], this.spec.finding)
  }

  async #copyPicture(): Promise<void> {
    const png = this.#picture().then(asPng)
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
  }

  async #picture(): Promise<string> {
    const chart = this.spec.chart(Math.max(480, this.#drawn.width))
    const { texts } = this.context
    return pictureOf(
      chart,
      {
        title: this.spec.finding,
        subtitle: this.spec.subtitle,
        footer: `${this.#sources} · ${texts.brand}`,
        warning: this.spec.sample ? texts.sample : '',
      },
      await textFace(),
    )
  }

  override connectedCallback() {
    super.connectedCallback()
    this.#watcher = new ResizeObserver(() => this.#draw())
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#watcher?.disconnect()
  }

  protected override firstUpdated() {
    const plate = this.querySelector<HTMLElement>('.plate')!
    this.#watcher?.observe(plate)
    stepper(plate, (label) => {
      this.said = label
    })
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('spec')) this.#draw()
  }

  /** Draws when the width or the data have changed; a plate that is hidden or not laid out waits. */
  #draw() {
    const plate = this.querySelector<HTMLElement>('.plate')
    if (plate && this.#isOutdated(plate)) drawInTurn(plate, () => this.#drawOn(plate))
  }

  #isOutdated({ clientWidth }: HTMLElement): boolean {
    const { width, spec } = this.#drawn
    return clientWidth >= NARROWEST && (width !== clientWidth || spec !== this.spec)
  }

  #drawOn(plate: HTMLElement) {
    if (!this.#isOutdated(plate)) return
    this.#drawn = { width: plate.clientWidth, spec: this.spec }
    const chart = this.spec.chart(plate.clientWidth)
    chart.setAttribute('aria-label', this.spec.finding)
    plate.replaceChildren(chart)
  }
}

customElements.define('js-figure', Figure)

/** A figure on the page. */
export function figure(spec: FigureSpec, context: Context): TemplateResult {
  return html`<js-figure .spec=${spec} .context=${context}></js-figure>`
}
