import type { Status } from '../../../data/model/answers/figure.ts'
import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { placeOf } from '../../../data/model/findings/quarters.ts'
import { writeBare } from '../../../data/model/numbers.ts'
import { type BandMark, bandMark, bandWord } from '../../charts/bands.ts'
import { type Doubt, signOf } from '../../charts/doubt.ts'
import type { Context } from '../../page/view.ts'

type Row = MatrixAnswer['rows'][number]
type Cell = Row['cells'][number]

/** What a cell of the overview says, wherever it stands. */
export type ReadCell = {
  /** The value, or the sign of why there is none. */
  written: string
  /** Null where there is no value. */
  mark: BandMark | null
  /** The mark's sign, by whether the difference from the country is more than chance. */
  sign: string
  doubt: Doubt
  /** An arrow where the change of five years is more than chance. */
  moving: string
  /** All of it in words. */
  label: string
}

export function readCell(row: Row, cell: Cell, name: string, { lang, texts }: Context): ReadCell {
  const isKnown = cell.value !== null
  const value = isKnown ? writeBare(cell.value!, row.about, lang) : missingWord(cell.status, lang)
  const place = placeOf(cell.band, row)
  const mark = isKnown ? bandMark(place) : null
  const doubt = doubtOf(cell)
  const trend = cell.trend === null || cell.trend === 'none' ? '' : `, ${texts.matrix.trends[cell.trend]}`
  return {
    written: isKnown ? value : gapSign(cell.status),
    mark,
    doubt,
    sign: mark ? signOf(mark, doubt) : '',
    moving: arrowOf(cell, row),
    label:
      texts.matrix.cell(name, row.about.short, value, bandWord(place, cell.value, texts)) +
      doubtWord(cell, texts) +
      trend,
  }
}

/** Whether a difference is more than chance, may be chance, or nobody knows. */
const doubtOf = ({ comparison, uncertainty }: Cell): Doubt => {
  if (uncertainty === 'unknown') return 'unknown'
  return comparison === 'similar' ? 'chance' : 'sure'
}

const doubtWord = (cell: Cell, { matrix, restWords }: Context['texts']): string => {
  if (cell.value === null) return ''
  const doubt = doubtOf(cell)
  return `, ${doubt === 'unknown' ? matrix.doubts.unknown : `${matrix.doubts[doubt]} (${restWords[cell.uncertainty]})`}`
}

/** The signs of Swedish official statistics: two points where a figure is kept back, one where there can be none. */
function gapSign(status: Status): string {
  if (status === 'secrecy' || status === 'protected') return '..'
  return status === 'not-applicable' ? '.' : '–'
}

/** The key to those signs that the rows use: `utan värde: – uppgift saknas, .. sekretess`; empty where nothing is missing. */
export function gapKey(rows: readonly Row[], { lang, texts }: Context): string {
  const missing = rows.flatMap(({ cells }) => cells.filter(({ value }) => value === null))
  const statuses = [...new Set(missing.map(({ status }) => status))]
  const signs = statuses.map(
    (status) => `${gapSign(status)}\u00a0${missingWord(status, lang).replaceAll(' ', '\u00a0')}`,
  )
  return signs.length === 0 ? '' : texts.matrix.noValue(signs.join(', '))
}

/** Up or down where the change of five years is more than chance. */
function arrowOf({ trend }: Cell, { about }: Row): string {
  if (trend === null || trend === 'none') return ''
  if (trend === 'increasing' || trend === 'decreasing') return trend === 'increasing' ? '↗' : '↘'
  return (trend === 'better') === (about.direction === 'higher') ? '↗' : '↘'
}
