import { render } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { drawInTurn } from './drawing-order.ts'

/** Fills the element as figures are drawn: at once where it can be seen, else after the next picture. It is busy until then. */
export const inTurn = (content: () => unknown) =>
  ref((element) => {
    if (element instanceof HTMLElement)
      drawInTurn(element, { isDue: () => true, draw: () => render(content(), element) })
  })
