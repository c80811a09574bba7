import { type PlotOptions, plot } from '@observablehq/plot'
import { chartPartsIn } from '../text/charts/index.ts'

export const INK = 'var(--ink)'
export const MUTED = 'var(--muted)'
export const RULE = 'var(--rule)'
export const BAND = 'var(--band)'
export const CARD = 'var(--card)'
export const OTHERS = 'var(--others)'
export const ACCENT = 'var(--accent)'

/** How far a value usually swings, where that is measured and not stated. */
export const DASHES = { strokeWidth: 2, strokeDasharray: '2 3' } as const

/** What every chart is told beside its data: how wide it may be, in pixels. */
export type Drawn = { width: number }

/**
 * Plots, and readies the picture for a page with a strict content policy and for readers who do not see it:
 * no style element of its own, and every element that had a title becomes a point to step to (`data-point`).
 */
export function draw(options: PlotOptions): SVGSVGElement {
  const svg = plot({ className: 'chart', ...options }) as SVGSVGElement
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const title of svg.querySelectorAll('title')) {
    title.parentElement?.setAttribute('data-point', title.textContent ?? '')
    title.remove()
  }
  nameGroups(svg)
  for (const hidden of svg.querySelectorAll('[aria-hidden]')) hidden.removeAttribute('aria-label')
  svg.setAttribute('role', 'img')
  return svg
}

/** The library names its groups in English; they are heard in the language of the page, or not as groups. */
function nameGroups(svg: SVGSVGElement): void {
  const parts = chartPartsIn(document.documentElement.lang)
  for (const group of svg.querySelectorAll('g[aria-label]')) {
    const name = parts[group.getAttribute('aria-label')!]
    if (name === undefined) {
      group.removeAttribute('aria-label')
      continue
    }
    group.setAttribute('aria-label', name)
    group.setAttribute('role', 'group')
  }
}
