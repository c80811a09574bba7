import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type FigureSpec, nameOf } from '../page/figure-spec.ts'
import { drawInTurn } from './drawing-order.ts'
import { stepper } from './stepper.ts'

/** An area narrower than this is not laid out yet. */
const NARROWEST = 120

/**
 * What is drawn for an A4 sheet, in pixels: a tenth more than there is between its margins, so that most names still stand
 * beside their rows. What was drawn for a wide screen would be too small to read.
 */
const PAPER_WIDTH = 760

type Figure = ReactiveControllerHost & HTMLElement & { spec: FigureSpec }

/** Keeps the drawing on a figure's drawing area as wide as the area, and of what the figure shows. */
export class DrawingArea implements ReactiveController {
  readonly #figure: Figure
  readonly #say: (label: string) => void
  #watcher: ResizeObserver | undefined
  #watched: HTMLElement | undefined
  #onPaper = false
  #drawn = { width: 0, spec: undefined as FigureSpec | undefined }

  /** @param say told the label of the point that is stepped to by key */
  constructor(figure: Figure, say: (label: string) => void) {
    this.#figure = figure
    this.#say = say
    figure.addController(this)
  }

  /** Width of the last drawing, in pixels; 0 before the first. */
  get width(): number {
    return this.#drawn.width
  }

  hostConnected() {
    this.#watcher = new ResizeObserver(() => this.#draw())
    if (this.#watched) this.#watcher.observe(this.#watched)
    addEventListener('beforeprint', this.#toPaper)
    addEventListener('afterprint', this.#toScreen)
  }

  hostDisconnected() {
    this.#watcher?.disconnect()
    removeEventListener('beforeprint', this.#toPaper)
    removeEventListener('afterprint', this.#toScreen)
  }

  hostUpdated() {
    this.#watch()
    if (this.#drawn.spec !== this.#figure.spec) this.#draw()
  }

  get #element(): HTMLElement | null {
    return this.#figure.querySelector<HTMLElement>('.drawing-area')
  }

  #watch() {
    const area = this.#element
    if (area === null || area === this.#watched) return
    this.#watched = area
    this.#watcher?.observe(area)
    stepper(area, this.#say)
  }

  /** A sheet does not wait for its turn. */
  readonly #toPaper = () => {
    this.#onPaper = true
    const area = this.#element
    if (area && !area.hidden && this.#isDue(area.clientWidth)) this.#drawOn(area, area.clientWidth)
  }

  readonly #toScreen = () => {
    this.#onPaper = false
    this.#draw()
  }

  #widthOf(width: number): number {
    return this.#onPaper ? (this.#figure.spec.paperWidth ?? PAPER_WIDTH) : width
  }

  /** Draws when the width or the data have changed; an area that is hidden or not laid out waits. */
  #draw() {
    const area = this.#element
    if (area) drawInTurn(area, { isDue: (width) => this.#isDue(width), draw: (width) => this.#drawOn(area, width) })
  }

  #isDue(measured: number): boolean {
    const wanted = this.#widthOf(measured)
    const { width, spec } = this.#drawn
    return wanted >= NARROWEST && (width !== wanted || spec !== this.#figure.spec)
  }

  #drawOn(area: HTMLElement, measured: number) {
    const { spec } = this.#figure
    const width = this.#widthOf(measured)
    this.#drawn = { width, spec }
    const sheets = spec.sheets?.draw(width) ?? [spec.chart(width)]
    for (const sheet of sheets) sheet.setAttribute('aria-label', nameOf(spec))
    area.replaceChildren(...sheets)
  }
}
