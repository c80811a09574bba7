import { svg as element, render } from 'lit'

/** The fill of what is missing, and the mark that lays it into the picture itself, so that it goes with it. */
type Hatching = { fill: string; mark: () => SVGElement }

const hatching = (id: string, ink: string): Hatching => ({
  fill: `url(#${id})`,
  mark: () => {
    const holder = document.createElementNS('http://www.w3.org/2000/svg', 'g')
    render(
      element`<defs><pattern id=${id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill="var(--card)"></rect><rect width="1.6" height="5" fill=${ink}></rect></pattern></defs>`,
      holder,
    )
    return holder
  },
})

export const HATCHED_TILE = hatching('missing', 'var(--similar)')
/** Fainter, since a sign stands on it. */
export const HATCHED_CELL = hatching('missing-cell', 'var(--edge)')
