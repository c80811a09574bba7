import { html, type TemplateResult } from 'lit'
import { ref } from 'lit/directives/ref.js'
import { tileMap } from '../../charts/tile-map.ts'
import type { Context } from '../../page/view.ts'
import { exploringIn } from '../../text/exploring/index.ts'

const WIDTH = 340

/** The municipalities where they lie; a click takes one in or out. The list beside does the same by keyboard. */
export function pickingMap(
  members: readonly string[],
  toggle: (code: string) => void,
  context: Context,
): TemplateResult {
  const words = exploringIn(context.lang).similar
  const fill = (area: Element | undefined) => {
    if (area) area.replaceChildren(drawn(members, toggle, context))
  }
  return html`<div class="drawing-area picking" role="group" aria-label=${words.map} ${ref(fill)}></div>`
}

function drawn(members: readonly string[], toggle: (code: string) => void, { lists, state, lang }: Context) {
  const words = exploringIn(lang).similar
  const places = [...lists.municipalities.values()]
  const svg = tileMap(
    {
      key: [],
      named: new Set(),
      tiles: places.map(({ code, name }) => ({
        municipality: code,
        name,
        value: 1,
        place: members.includes(code) ? 'best' : 'middle',
        shade: null,
        label: name,
      })),
      centres: lists.municipalities,
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
