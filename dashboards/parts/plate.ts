import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { drawInTurn } from './drawing-order.ts'
import type { FigureSpec } from './figure-spec.ts'
import { stepper } from './stepper.ts'

/** A plate narrower than this is not laid out yet. */
const NARROWEST = 120

type Figure = ReactiveControllerHost & HTMLElement & { spec: FigureSpec }

/** Keeps the drawing on a figure's plate as wide as the plate, and of what the figure shows. */
export class Plate implements ReactiveController {
  readonly #figure: Figure
  readonly #say: (label: string) => void
  #watcher: ResizeObserver | undefined
  #watched: HTMLElement | undefined
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
  }

  hostDisconnected() {
    this.#watcher?.disconnect()
  }

  hostUpdated() {
    this.#watch()
    if (this.#drawn.spec !== this.#figure.spec) this.#draw()
  }

  get #element(): HTMLElement | null {
    return this.#figure.querySelector<HTMLElement>('.plate')
  }

  #watch() {
    const plate = this.#element
    if (plate === null || plate === this.#watched) return
    this.#watched = plate
    this.#watcher?.observe(plate)
    stepper(plate, this.#say)
  }

  /** Draws when the width or the data have changed; a plate that is hidden or not laid out waits. */
  #draw() {
    const plate = this.#element
    if (plate && this.#isOutdated(plate)) drawInTurn(plate, () => this.#drawOn(plate))
  }

  #isOutdated({ clientWidth }: HTMLElement): boolean {
    const { width, spec } = this.#drawn
    return clientWidth >= NARROWEST && (width !== clientWidth || spec !== this.#figure.spec)
  }

  #drawOn(plate: HTMLElement) {
    if (!this.#isOutdated(plate)) return
    const { spec } = this.#figure
    this.#drawn = { width: plate.clientWidth, spec }
    const sheets = spec.sheets?.(plate.clientWidth) ?? [spec.chart(plate.clientWidth)]
    for (const sheet of sheets) sheet.setAttribute('aria-label', spec.finding)
    plate.replaceChildren(...sheets)
  }
}
