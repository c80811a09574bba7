import { INK, MUTED, RULE } from './marks.ts'
import type { Sheet } from './sheet.ts'
import { lettering, stroke, titled } from './xml.ts'

/** A chart part with the workbook behind it. */
export type ChartPart = { xml: string; sheet: Sheet }

/** Of the room that a chart has, in inches. */
export type Size = { w: number; h: number }

type Scale = { min: number | null; max: number | null }

export type ValueAxis = Scale & {
  side: 'bottom' | 'left'
  title: string
  /** How Excel writes its numbers. */
  format: string
  /** False for an axis that only holds the points in place. */
  shown?: boolean
  grid?: boolean
  /** Counts downwards. */
  reversed?: boolean
  step?: number
  logarithmic?: boolean
}

type Space = {
  /** The charts with their series, and their axes. */
  plot: string
  title?: string
  legend?: 'b' | 'r' | null
  /** Series, by their order, that the legend leaves out. */
  unnamed?: readonly number[]
  /** Where the plot itself lies, in parts of the whole: room for labels that are not an axis's. */
  inner?: { x: number; y: number; w: number; h: number }
}

export const CATEGORIES = 10
export const VALUES = 20
const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** A whole chart part, in the order that ECMA-376 (DrawingML, charts) asks for. */
export function chartSpace({ plot, title, legend = null, unnamed = [], inner }: Space): string {
  const heading = title ? titled(title, { colour: INK, bold: true }) : ''
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace ${NAMESPACES}><c:roundedCorners val="0"/><c:chart>${heading}<c:autoTitleDeleted val="${title ? 0 : 1}"/><c:plotArea>${layoutOf(inner)}${plot}</c:plotArea>${legendOf(legend, unnamed)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${lettering({ colour: INK })}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

function layoutOf(inner: Space['inner']): string {
  if (!inner) return '<c:layout/>'
  const { x, y, w, h } = inner
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${x}"/><c:y val="${y}"/><c:w val="${w}"/><c:h val="${h}"/></c:manualLayout></c:layout>`
}

function legendOf(position: Space['legend'], unnamed: readonly number[]): string {
  if (!position) return ''
  const entries = unnamed.map((at) => `<c:legendEntry><c:idx val="${at}"/><c:delete val="1"/></c:legendEntry>`)
  return `<c:legend><c:legendPos val="${position}"/>${entries.join('')}<c:overlay val="0"/>${lettering({ colour: INK })}</c:legend>`
}

const AXIS_LINE = `<c:spPr>${stroke({ colour: RULE, width: 0.75 })}</c:spPr>`
const TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'

/** An axis of names, or of every so many of them; beside the values of bars the first name is uppermost. */
export function categoryAxis({ side, skip }: { side: 'bottom' | 'left'; skip?: number }): string {
  const beside = side === 'left'
  return `<c:catAx><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="${beside ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${side[0]}"/><c:numFmt formatCode="General" sourceLinked="0"/>${TICKS}<c:tickLblPos val="low"/>${AXIS_LINE}${lettering({ colour: INK })}<c:crossAx val="${VALUES}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${skip ? `<c:tickLblSkip val="${skip}"/>` : ''}<c:noMultiLvlLbl val="0"/></c:catAx>`
}

/** An axis of numbers. It crosses the other one at that one's beginning, or at its end where that counts downwards. */
export function valueAxis(axis: ValueAxis, ids: { id: number; other: number; crosses: 'autoZero' | 'min' | 'max' }) {
  const { min, max, side, title, format, shown = true, grid = true, reversed = false, step, logarithmic = false } = axis
  const limit = (tag: string, value: number | null) => (value === null ? '' : `<c:${tag} val="${value}"/>`)
  const lines = grid ? `<c:majorGridlines>${AXIS_LINE}</c:majorGridlines>` : ''
  const name = title && shown ? titled(title, { colour: MUTED }) : ''
  return `<c:valAx><c:axId val="${ids.id}"/><c:scaling>${logarithmic ? '<c:logBase val="10"/>' : ''}<c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/>${limit('max', max)}${limit('min', min)}</c:scaling><c:delete val="${shown ? 0 : 1}"/><c:axPos val="${side[0]}"/>${lines}${name}<c:numFmt formatCode="${format}" sourceLinked="0"/>${TICKS}<c:tickLblPos val="nextTo"/>${AXIS_LINE}${lettering({ colour: MUTED })}<c:crossAx val="${ids.other}"/><c:crosses val="${ids.crosses}"/><c:crossBetween val="${ids.other === CATEGORIES ? 'between' : 'midCat'}"/>${step ? `<c:majorUnit val="${step}"/>` : ''}</c:valAx>`
}
