/** What is drawn on an element, given how wide it is in pixels. */
export type Drawing = {
  /** False where what stands there is what would be drawn. */
  isDue(width: number): boolean
  draw(width: number): void
}

type Asked = Map<HTMLElement, Drawing>

/** Those that ask in one go are measured before any is drawn: to measure after each drawing would lay the page out anew. */
const asking: Asked = new Map()
const waiting: Asked = new Map()

/**
 * Draws at once what can be seen; what lies outside the window is drawn after the next picture is on the screen, one
 * element at a time, so that a choice is answered where it is looked for. An element that waits is busy.
 */
export function drawInTurn(element: HTMLElement, drawing: Drawing): void {
  if (asking.size === 0) queueMicrotask(drawSeen)
  asking.set(element, drawing)
}

function drawSeen(): void {
  const measured = [...asking].map(([element, drawing]) => {
    return { element, drawing, width: element.clientWidth, isSeen: isInWindow(element) || isOnPaper() }
  })
  asking.clear()
  for (const { element, drawing, width, isSeen } of measured) {
    if (isSeen || !drawing.isDue(width)) finish(element, drawing, width)
    else wait(element, drawing)
  }
}

function wait(element: HTMLElement, drawing: Drawing): void {
  addEventListener('beforeprint', drawAll)
  if (waiting.size === 0) afterPicture(drawNext)
  waiting.set(element, drawing)
  element.setAttribute('aria-busy', 'true')
}

function drawNext(): void {
  const [next] = waiting
  if (next) finish(...next, next[0].clientWidth)
  if (waiting.size > 0) afterPicture(drawNext)
}

function finish(element: HTMLElement, drawing: Drawing, width: number): void {
  waiting.delete(element)
  element.removeAttribute('aria-busy')
  if (drawing.isDue(width)) drawing.draw(width)
}

/** A frame's callbacks run before it is painted; a task set by one runs after. */
function afterPicture(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work))
}

function isInWindow(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom >= 0 && top <= innerHeight
}

const isOnPaper = () => matchMedia('print').matches

/** Paper does not wait. */
function drawAll(): void {
  for (const [element, drawing] of waiting) finish(element, drawing, element.clientWidth)
}
