import { html, type TemplateResult } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { tileMap } from '../../charts/tile-map.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import type { Context } from '../view.ts'

const WIDTH = 340

/** The municipalities where they lie; a click takes one in or out. The list beside does the same by keyboard. */
export function pickingMap(
  members: readonly string[],
  toggle: (code: string) => void,
  context: Context,
): TemplateResult {
  const words = exploringIn(context.lang).similar
  const fill = (plate: Element | undefined) => {
    if (plate) plate.replaceChildren(drawn(members, toggle, context))
  }
  return html`<div class="plate picking" role="group" aria-label=${words.map} ${ref(fill)}></div>`
}

function drawn(members: readonly string[], toggle: (code: string) => void, { foundation, state, lang }: Context) {
  const words = exploringIn(lang).similar
  const places = [...foundation.municipalities.values()]
  const svg = tileMap(
    {
      tiles: places.map(({ code, name }) => ({
        municipality: code,
        name,
        value: 1,
        band: members.includes(code) ? 'best' : 'middle',
        shade: null,
        label: name,
      })),
      centres: foundation.municipalities,
      own: state.municipality,
      group: new Set(members),
    },
    { width: WIDTH },
  )
  const codes = new Map(places.map(({ code, name }) => [name, code]))
  svg.setAttribute('aria-label', words.map)
  svg.addEventListener('click', (event) => {
    const code = codes.get((event.target as SVGElement).dataset.point ?? '')
    if (code) toggle(code)
  })
  return svg
}
