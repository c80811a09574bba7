/** The fill of what is missing, and the mark that lays it into the picture itself, so that it goes with it. */
type Hatching = { fill: string; mark: () => SVGElement }

const LINES = { width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }

const hatching = (id: string, ink: string): Hatching => ({
  fill: `url(#${id})`,
  mark: () => {
    const ground = element('rect', { width: 5, height: 5, fill: 'var(--card)' })
    const line = element('rect', { width: 1.6, height: 5, fill: ink })
    return element('g', {}, element('defs', {}, element('pattern', { id, ...LINES }, ground, line)))
  },
})

function element(name: string, attributes: Record<string, string | number>, ...within: SVGElement[]): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value))
  made.append(...within)
  return made
}

export const HATCHED_TILE = hatching('missing', 'var(--similar)')
/** Fainter, since a sign stands on it. */
export const HATCHED_CELL = hatching('missing-cell', 'var(--edge)')
/** Steps that have been merged: of no shade of their own. */
export const HATCHED_STEPS = hatching('merged-steps', 'var(--accent)')
/** What may be one side's or the other's. */
export const HATCHED_EITHER = hatching('either', 'var(--muted)')
