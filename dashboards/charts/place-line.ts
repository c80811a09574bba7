import { svg, type TemplateResult } from 'lit'
import type { BandMark } from './bands.ts'

const WIDTH = 96
const MIDDLE = 10

/** A line from the worst to the best place with the own one marked; for beside a sentence, which says the same in words. */
export function placeLine(rank: number, of: number, mark: BandMark): TemplateResult {
  const x = 8 + (WIDTH - 16) * (of < 2 ? 0.5 : (of - rank) / (of - 1))
  return svg`<svg class="place-line" width=${WIDTH} height="20" viewBox="0 0 ${WIDTH} 20" aria-hidden="true">
    <line x1="4" x2=${WIDTH - 4} y1=${MIDDLE} y2=${MIDDLE} stroke="var(--rule)" stroke-width="5" stroke-linecap="round"></line>
    <line x1=${WIDTH * 0.27} x2=${WIDTH * 0.73} y1=${MIDDLE} y2=${MIDDLE} stroke="var(--tile)" stroke-width="5"></line>
    <path d=${SHAPES[mark.name]} transform="translate(${x} ${MIDDLE})" fill=${mark.fill} stroke="var(--card)"></path>
  </svg>`
}

/** The marks as paths around their middle. */
export const SHAPES: Readonly<Record<BandMark['name'], string>> = {
  best: 'M0 -7L7 6H-7Z',
  middle: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0',
  worst: 'M0 7L7 -6H-7Z',
  none: 'M0 -8L6 0L0 8L-6 0Z',
  level: 'M-5 -5H5V5H-5Z',
}
