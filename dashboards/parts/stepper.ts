const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/**
 * Lets the arrow keys and the pointer step through the points of the chart within, each marked and named.
 * @param say told the label of the point that is stepped to by key, for a live region
 */
export function stepper(area: HTMLElement, say: (label: string) => void): void {
  let at = -1
  const tip = document.createElement('div')
  tip.className = 'tip'
  const points = () => [...area.querySelectorAll<SVGGraphicsElement>('[data-point]')]
  const clear = () => {
    for (const marked of area.querySelectorAll('.stepped')) marked.classList.remove('stepped')
    tip.remove()
  }
  const mark = (point: SVGGraphicsElement) => {
    clear()
    point.classList.add('stepped')
    showTip(tip, area, point)
  }
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return clear()
    const [step, all] = [STEPS[event.key], points()]
    if (!step || all.length === 0) return
    event.preventDefault()
    at = step(Math.min(at, all.length - 1), all.length)
    mark(all[at]!)
    say(all[at]!.dataset.point ?? '')
  })
  area.addEventListener('pointermove', (event) => {
    const near = nearestPoint(points(), event)
    if (near) mark(near)
    else clear()
  })
  area.addEventListener('pointerleave', clear)
  area.addEventListener('blur', clear)
}

const REACH = 18

function nearestPoint(points: readonly SVGGraphicsElement[], { clientX, clientY }: PointerEvent) {
  let best: SVGGraphicsElement | undefined
  let least = REACH
  for (const point of points) {
    const box = point.getBoundingClientRect()
    const distance = Math.hypot(box.x + box.width / 2 - clientX, box.y + box.height / 2 - clientY)
    if (distance < least) [best, least] = [point, distance]
  }
  return best
}

/** Above the point, kept inside the area. */
function showTip(tip: HTMLElement, area: HTMLElement, point: SVGGraphicsElement) {
  tip.textContent = point.dataset.point ?? ''
  area.append(tip)
  const [outer, box] = [area.getBoundingClientRect(), point.getBoundingClientRect()]
  const middle = box.x + box.width / 2 - outer.x
  const left = Math.max(0, Math.min(middle - tip.offsetWidth / 2, outer.width - tip.offsetWidth))
  const above = box.y - outer.y - tip.offsetHeight - 8
  tip.style.left = `${left}px`
  tip.style.top = `${above < 0 ? box.bottom - outer.y + 8 : above}px`
}
