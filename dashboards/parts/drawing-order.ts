type Drawing = () => void

const waiting = new Map<HTMLElement, Drawing>()

/**
 * Draws at once what can be seen; what lies outside the window is drawn after the next picture is on the screen, one
 * figure at a time, so that a choice is answered where it is looked for. A plate that waits is busy.
 */
export function drawInTurn(plate: HTMLElement, drawing: Drawing): void {
  if (isInWindow(plate) || isOnPaper()) finish(plate, drawing)
  else wait(plate, drawing)
}

function wait(plate: HTMLElement, drawing: Drawing): void {
  addEventListener('beforeprint', drawAll)
  if (waiting.size === 0) afterPicture(drawNext)
  waiting.set(plate, drawing)
  plate.setAttribute('aria-busy', 'true')
}

function drawNext(): void {
  const [next] = waiting
  if (next) finish(...next)
  if (waiting.size > 0) afterPicture(drawNext)
}

function finish(plate: HTMLElement, drawing: Drawing): void {
  waiting.delete(plate)
  plate.removeAttribute('aria-busy')
  drawing()
}

/** A frame's callbacks run before it is painted; a task set by one runs after. */
function afterPicture(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work))
}

function isInWindow(plate: HTMLElement): boolean {
  const { top, bottom } = plate.getBoundingClientRect()
  return bottom >= 0 && top <= innerHeight
}

const isOnPaper = () => matchMedia('print').matches

/** Paper does not wait. */
function drawAll(): void {
  for (const [plate, drawing] of waiting) finish(plate, drawing)
}
