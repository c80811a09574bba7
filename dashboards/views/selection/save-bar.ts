import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { within } from '../../../data/model/findings/whom.ts'
import { type Basket, commentOn } from '../../basket/basket.ts'
import { documentOf, type Format } from '../../exports/document.ts'
import { fileName } from '../../exports/file-name.ts'
import type { Context } from '../../page/view.ts'
import { download } from '../../parts/download.ts'
import { groupForPlacemats } from '../../parts/placemat-group.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import type { Selection } from './asked.ts'
import { settle, titleOf } from './change.ts'
import { factsOf } from './facts.ts'

const FORMATS: readonly Format[] = ['docx', 'pptx', 'xlsx', 'zip']

/** Everything that a selection can be carried away as. */
class SaveBar extends LitElement {
  static override properties = {
    selection: { attribute: false },
    context: { attribute: false },
    busy: { state: true },
    said: { state: true },
  }
  declare selection: Selection
  declare context: Context
  declare busy: boolean
  declare said: string

  constructor() {
    super()
    this.busy = false
    this.said = ''
  }

  override createRenderRoot() {
    return this
  }

  get #words() {
    return exploringIn(this.context.lang).selection
  }

  override render() {
    const words = this.#words
    return html`<div class="buttons on-screen" role="group" aria-label=${words.save}>
        ${FORMATS.map(
          (format) => html`<button type="button" ?disabled=${this.busy} @click=${() => this.#save(format)}>
            ${words.saveAs[format]}
          </button>`,
        )}
        ${this.#placematButton()}
        <button type="button" @click=${() => window.print()}>${words.print}</button>
        <button type="button" @click=${this.#copyLink}>${words.copyLink}</button>
      </div>
      <p class="said on-screen" role="status">${this.said}</p>`
  }

  /** The group is that of the first figure. */
  get #group() {
    const first = this.selection.figures.find((one) => one !== null)
    return first ? groupForPlacemats(first.context) : null
  }

  #placematButton() {
    const group = this.#group
    if (!group) return nothing
    return html`<button type="button" ?disabled=${this.busy} @click=${this.#savePlacemats}>
      ${this.#words.placemats(group.members.length, within(group, this.context.lang))}
    </button>`
  }

  #savePlacemats = async () => {
    const { context, selection } = this
    const title = titleOf(selection.shown.read(), context.lang)
    this.busy = true
    this.said = context.texts.figure.makingPlacemats
    const made = import('../../parts/placemats.ts').then(({ placematsOf }) =>
      placematsOf(selection.basket.picked, this.#group!, title, context),
    )
    const file = `${fileName(`${context.texts.figure.placemats} ${this.#group!.name}`)}.docx`
    this.said = await download(made, file, context.texts)
    this.busy = false
  }

  #copyLink = async () => {
    const { texts } = this.context
    await settle(this.selection.shown, this.context)
    this.said = await navigator.clipboard.writeText(location.href).then(
      () => texts.figure.linkCopied,
      () => this.#words.linkNotCopied,
    )
  }

  async #save(format: Format) {
    this.busy = true
    this.said = this.#words.making
    const basket = this.selection.shown.read()
    const file = `${fileName(titleOf(basket, this.context.lang))}.${format}`
    this.said = await download(this.#write(format, basket), file, this.context.texts)
    this.busy = false
  }

  /** The figures on the page, with what is written about them at this moment. */
  #write(format: Format, basket: Basket): Promise<Blob> {
    const { basket: asked, figures } = this.selection
    const shown = figures.flatMap((picked, at) =>
      picked ? [{ ...picked, comment: commentOn(basket, asked.picked[at]!) }] : [],
    )
    const facts = factsOf(figures, this.context, new Date())
    return documentOf(format, shown, titleOf(basket, this.context.lang), {
      name: this.#words.cover,
      introduction: basket.introduction,
      facts,
    })
  }
}

customElements.define('js-save-bar', SaveBar)

export const saveBar = (selection: Selection, context: Context): TemplateResult =>
  html`<js-save-bar .selection=${selection} .context=${context}></js-save-bar>`
