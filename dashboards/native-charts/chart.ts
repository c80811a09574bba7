/** How a mark is drawn: by its place among others, by whose it is, or by which of several kinds. */
export type Mark =
  | 'better'
  | 'similar'
  | 'worse'
  | 'neutral'
  | 'own'
  | 'ink'
  | 'compared'
  | 'ringed'
  | 'second'
  | 'third'
  | 'group'
  | 'others'

type Limits = { lower: number | null; upper: number | null }

/**
 * One row of bars or one line: a value per category, null where there is none; limits of the same length where known; how
 * strong its colour is, 0–1.
 */
export type Series = {
  name: string
  values: (number | null)[]
  limits?: Limits[]
  mark?: Mark
  strength?: number
  /** Filled with lines in place of a shade. */
  hatched?: boolean
}

type Chart = { title?: string; unit: string; decimals: number }

/** Bars beside each other, or parts of a hundred percent where `stacked`. */
export type Bars = Chart & {
  kind: 'bars'
  categories: string[]
  series: Series[]
  stacked?: boolean
  scale?: Scale
}

/** Lines over the same years. `own` names the series that stand out. */
export type Lines = Chart & { kind: 'lines'; categories: string[]; series: Series[]; own: string[]; scale?: Scale }

export type Scale = { min: number; max: number }

/** A point with its two values; those that are `named` have their name beside them. */
export type Point = { name: string; x: number; y: number; named?: boolean }

/** Points of one kind, or the points of a curve; the names of a `strong` one are bold. */
export type PointSeries = { name: string; mark: Mark; points: Point[]; line?: 'solid' | 'dashed'; strong?: boolean }

/** Points in two dimensions; an empty `y` is an axis that only keeps points apart. */
export type Points = {
  kind: 'points'
  title?: string
  x: string
  y: string
  decimals: { x: number; y: number }
  /** Whether `x` is a scale of ratios; all of it above zero. */
  logarithmic?: boolean
  series: PointSeries[]
}

/** A dot with its interval, or with what it is joined to; a bare one is the interval alone. */
export type RowDot = Limits & { mark: Mark; value: number | null; to?: number | null; bare?: boolean }

/** Rows of dots with intervals on one scale, in the order of the page. */
export type Rows = Chart & {
  kind: 'rows'
  /** Without one, from the values. */
  scale: Scale | null
  /** False where the scale has places (worst, median, best) rather than numbers. */
  numbered: boolean
  /** The marks in the order that they are drawn, each with what it stands for. */
  marks: { mark: Mark; name: string }[]
  rows: { name: string; own: boolean; dots: RowDot[]; beside: string }[]
  /** Parts of the scale: behind the rows from top to bottom, or along each as its line and the middle of that. */
  zones: { from: number; to: number; name: string; as: 'field' | 'line' | 'middle' }[]
  /** Values on the scale, each with its name; a bare one has only the name. */
  lines: { at: number; name: string; bare?: boolean }[]
  legend: boolean
  /** Further numbers for the workbook, a row each. */
  facts?: { title: string; values: (number | null)[] }[]
}

/** A hexagon a municipality, as shapes; places in widths of a tile. */
export type Tiles = {
  kind: 'tiles'
  tiles: {
    name: string
    /** Name, value and place: what the shape is called. */
    label: string
    x: number
    y: number
    /** Null where there is no value. */
    mark: Mark | null
    /** 0–1, where shades tell the value. */
    strength: number
    framed: boolean
    own: boolean
  }[]
}

/** Charts side by side, as many a slide as can be read there. */
export type Panels = { kind: 'panels'; panels: (Bars | Lines | Points | Rows)[]; columns: number; perSlide: number }

/** What PowerPoint can draw itself, so that the reader can edit it there. */
export type NativeChart = Bars | Lines | Points | Rows | Tiles | Panels
