import { svg as element, render } from 'lit'

/** Fill of what is missing, in a picture that has the hatching among its marks. */
export const HATCHED = 'url(#missing)'

/** A mark that lays the hatching into the picture itself, so that it goes with it. */
export function hatching(): SVGElement {
  const holder = document.createElementNS('http://www.w3.org/2000/svg', 'g')
  render(
    element`<defs><pattern id="missing" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill="var(--card)"></rect><rect width="1.6" height="5" fill="var(--similar)"></rect></pattern></defs>`,
    holder,
  )
  return holder
}
