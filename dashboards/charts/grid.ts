import type { BandMark } from './bands.ts'
import type { Doubt } from './doubt.ts'

export type GridCell = {
  municipality: string
  /** The value as written, or the sign of why there is none. */
  written: string
  /** Null where there is no value. */
  mark: BandMark | null
  /** Whether the mark's difference is more than chance. */
  doubt?: Doubt
  /** Which way it has moved: an arrow, or nothing. */
  moving: string
  /** What is read out. */
  label: string
}

export type GridRow = { indicator: string; name: string; base: string; cells: readonly GridCell[] }

/** Indicators down, municipalities across. */
export type CellGrid = {
  columns: readonly { municipality: string; name: string }[]
  rows: readonly GridRow[]
  own: string
}
