import { ref } from 'lit/directives/ref.js'

/** Keeps the class `fits` on an element while what it holds is no wider than it is. */
export const fitting = () =>
  ref((element) => {
    if (!(element instanceof HTMLElement)) return
    const watcher = new ResizeObserver(() => element.classList.toggle('fits', isFitting(element)))
    watcher.observe(element)
    if (element.firstElementChild) watcher.observe(element.firstElementChild)
  })

const isFitting = (element: HTMLElement) => (element.firstElementChild?.clientWidth ?? 0) <= element.clientWidth
