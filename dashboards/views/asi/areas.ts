import type { Reading } from '../../../data/model/findings/followup-areas.ts'
import type { Cells } from '../followup/cells.ts'
import type { Instrument } from '../followup/scope.ts'

export type Area = { id: string; title: string }

/** What can be shown of an area, the interviewer's rating first. */
export const READINGS: readonly Reading[] = ['skattning', 'oro', 'hjalpbehov', 'dagar', 'sammanvagt']

const RATED = /^([a-z]+)_skattning_grund$/

/** The interview's seven areas, in its own order, as the catalogue names them. */
export function areasOf({ measures }: Instrument): Area[] {
  return measures.flatMap(({ id, title }) => {
    const area = RATED.exec(id)?.[1]
    return area ? [{ id: area, title: title.split(':')[0]! }] : []
  })
}

/** The reading that the address names, else the rating. */
export const readingOf = (text: string): Reading => READINGS.find((reading) => reading === text) ?? 'skattning'

/** The area's mean at baseline. */
export const baselineOf = (area: Area, reading: Reading): string => `${area.id}_${reading}_grund`

const ENDS: Record<Reading, { max: number; ticks: number[] }> = {
  skattning: { max: 9, ticks: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
  oro: { max: 4, ticks: [0, 1, 2, 3, 4] },
  hjalpbehov: { max: 4, ticks: [0, 1, 2, 3, 4] },
  dagar: { max: 30, ticks: [0, 5, 10, 15, 20, 25, 30] },
  sammanvagt: { max: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] },
}

export const scaleOf = (reading: Reading) => ({ scale: { min: 0, max: ENDS[reading].max }, ticks: ENDS[reading].ticks })

/** Ends and middle, for small panels. */
export function smallTicks(reading: Reading): number[] {
  const { max } = ENDS[reading]
  return reading === 'skattning' ? [0, 3, 6, 9] : [0, max / 2, max]
}

/** The area that is looked at more closely where the address names none. */
export const FIRST_FOCUS = 'alkohol'

export const focusedArea = (areas: readonly Area[], focus: string): Area =>
  areas.find(({ id }) => id === focus) ?? areas.find(({ id }) => id === FIRST_FOCUS)!

/** What the reading is counted in, as the catalogue says: `steg 0–9`, `dagar av 30`. */
export const unitOf = ({ undivided, areas, reading }: Read): string =>
  undivided.measure(baselineOf(areas[0]!, reading))?.unit ?? ''

type Read = { undivided: Pick<Cells, 'measure'>; areas: readonly Area[]; reading: Reading }
