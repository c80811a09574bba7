import { svg, type TemplateResult } from 'lit'

/** Words under the three stages of the picture, and what it shows to whom cannot see it. */
export type PictureWords = { stages: readonly [string, string, string]; label: string }

const STAGE = 170
const BOX = 130
const INSIDE = 23

/** How a count is protected: the persons, a little chance, and what is shown. */
export function protectionPicture({ stages, label }: PictureWords): TemplateResult {
  const places = Array.from({ length: INSIDE }, (_, at) => ({ x: 20 + (at % 8) * 13, y: 18 + Math.floor(at / 8) * 16 }))
  const arrow = (at: number) =>
    svg`<path d="M${at * STAGE - STAGE + BOX + 6} 40h26m-7 -6l7 6l-7 6" fill="none" stroke="var(--muted)" stroke-width="1.5"></path>`
  return svg`<svg class="protection-picture" viewBox="0 0 ${2 * STAGE + BOX} 110" role="img" aria-label=${label}>
    ${places.map(({ x, y }) => svg`<circle cx=${x} cy=${y} r="4.5" fill="var(--accent)"></circle>`)}
    ${arrow(1)}
    <text x=${STAGE + BOX / 2} y="50" text-anchor="middle" font-size="30" fill="var(--ink)">±</text>
    ${arrow(2)}
    <text x=${2 * STAGE + BOX / 2} y="50" text-anchor="middle" font-size="30" font-weight="600" fill="var(--ink)">≈ 25</text>
    ${stages.map((words, at) => svg`<text x=${at * STAGE + BOX / 2} y="96" text-anchor="middle" font-size="13" fill="var(--ink)">${words}</text>`)}
  </svg>`
}
