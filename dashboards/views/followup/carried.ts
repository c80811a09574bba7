import {
  decimalsOf,
  limitsOf,
  type ProtectedFigure,
  type ProtectedKind,
  writeProtected,
  writeWithBase,
} from '../../../data/model/findings/followup.ts'
import { type Lang, writeNumber } from '../../../data/model/numbers.ts'
import type { Context } from '../../page/view.ts'
import { followupIn } from '../../text/followup/index.ts'
import type { Cells } from './cells.ts'
import type { Scope } from './scope.ts'

/** What every figure of protected cells carries with it, whichever way it is drawn. */
export function carried(kind: string, cells: Cells, { instrument, place, period }: Scope, { lang }: Context) {
  const question = Object.fromEntries(Object.entries(cells.asked).filter(([, value]) => value !== ''))
  return {
    name: `${kind}-${instrument.id}-${place.id.replaceAll(/[^A-Za-z0-9-]/g, '')}-${period}`,
    source: cells.source,
    processing: followupIn(lang).protectedProcessing,
    sample: cells.sample,
    data: { resource: 'aggregate', question },
  }
}

/** `Solna, Alkohol: 4,9 (n ≈ 145), 4,3–5,5` as it is read out. */
export function spoken(who: string, figure: ProtectedFigure, kind: ProtectedKind, lang: Lang): string {
  const interval = intervalOf(figure, kind, lang)
  return `${who}: ${writeWithBase(figure, kind, lang)}${interval === '' ? '' : `, ${interval}`}`
}

function intervalOf(figure: ProtectedFigure, kind: ProtectedKind, lang: Lang): string {
  const { lower, upper, bound } = figure
  if (lower === null || upper === null || bound === 'between') return ''
  const decimals = decimalsOf(figure, kind)
  return `${writeNumber(lower, decimals, lang)}–${writeNumber(upper, decimals, lang)}${kind === 'share' ? (lang === 'sv' ? '\u00a0%' : '%') : ''}`
}

/** The cells of a table's row for a figure: value, limits, count; a bound or a hidden figure in words. */
export function figureCells(figure: ProtectedFigure, kind: ProtectedKind, lang: Lang): string[] {
  const decimals = decimalsOf(figure, kind)
  const bare = (value: number | null, places = decimals) => (value === null ? '' : writeNumber(value, places, lang))
  const { value, bound, lower, upper, count } = figure
  const written = value === null || bound !== null ? writeProtected(figure, kind, lang) : bare(value)
  return [written, bare(lower), bare(upper), value === null ? '' : bare(count, 0)]
}

/** How many of the figures are not shown. */
export const hiddenAmong = (figures: readonly ProtectedFigure[]): number =>
  figures.filter(({ value }) => value === null).length

/** The interval to draw; of a share that is only bounded, the bound. */
export function limitsAsDrawn(figure: ProtectedFigure): {
  lower: number | null
  upper: number | null
  bounded: boolean
} {
  const [lower, upper] = limitsOf(figure) ?? [null, null]
  return { lower, upper, bounded: figure.bound !== null }
}

/** A change with its sign: `+0,4`, `−2,0`; empty where it is not shown. */
export const signed = (change: ProtectedFigure, lang: Lang): string =>
  change.value === null ? '' : `${change.value > 0 ? '+' : ''}${writeProtected(change, 'mean', lang)}`
