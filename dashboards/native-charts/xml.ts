import { onPaperColour } from '../style/on-paper.ts'
import { escaped } from './sheet.ts'

/** Sizes of text, in points. */
const TEXT = 11

type Words = { colour: string; bold?: boolean; size?: number }

/** A colour as strong as told, 0–1; `none` is no fill at all. */
export function solid(colour: string, strength = 1): string {
  if (colour === 'none') return '<a:noFill/>'
  const alpha = strength < 1 ? `<a:alpha val="${Math.round(strength * 100000)}"/>` : ''
  return `<a:solidFill><a:srgbClr val="${colour}">${alpha}</a:srgbClr></a:solidFill>`
}

/** Shape properties of a bar. */
export const filled = (colour: string, strength = 1): string =>
  `<c:spPr>${solid(colour, strength)}<a:ln w="6350">${solid(onPaperColour('card'))}</a:ln></c:spPr>`

/** Shape properties of a bar filled with slanting lines. */
export const hatchedFill = (colour: string): string =>
  `<c:spPr><a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="${onPaperColour('card')}"/></a:bgClr></a:pattFill><a:ln w="6350">${solid(colour)}</a:ln></c:spPr>`

export type Stroke = { colour: string; width: number; dash?: boolean; strength?: number }

/** A line; the width in points. */
export function stroke({ colour, width, dash = false, strength = 1 }: Stroke): string {
  const dashes = dash ? '<a:prstDash val="sysDash"/>' : ''
  return `<a:ln w="${Math.round(width * 12700)}" cap="flat">${solid(colour, strength)}${dashes}<a:round/></a:ln>`
}

export const stroked = (line: Stroke | null): string =>
  `<c:spPr>${line ? stroke(line) : '<a:ln w="19050"><a:noFill/></a:ln>'}</c:spPr>`

/** How a marker or a shape is filled and edged. */
export const edged = (fill: string, edge: string): string =>
  `<c:spPr>${solid(fill)}<a:ln w="12700">${solid(edge)}</a:ln></c:spPr>`

const runOf = ({ colour, bold = false, size = TEXT }: Words, tag: string): string =>
  `<a:${tag} sz="${size * 100}" b="${bold ? 1 : 0}">${solid(colour)}<a:latin typeface="Calibri"/></a:${tag}>`

/** Text that is never broken into lines. */
const UNBROKEN = ' wrap="none"'

/** Text properties of an axis, a legend or labels. */
export const lettering = (words: Words, box = ''): string =>
  `<c:txPr><a:bodyPr${box}/><a:lstStyle/><a:p><a:pPr>${runOf(words, 'defRPr')}</a:pPr><a:endParaRPr/></a:p></c:txPr>`

/** The title of a chart or an axis. */
export const titled = (text: string, words: Words): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runOf(words, 'defRPr')}</a:pPr><a:r>${runOf(words, 'rPr')}<a:t>${escaped(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`

export const numberFormat = (decimals: number): string => (decimals ? `#,##0.${'0'.repeat(decimals)}` : '#,##0')

const SHOWN = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'] as const
const showing = (what: (typeof SHOWN)[number] | null): string =>
  SHOWN.map((one) => `<c:show${one} val="${one === what ? 1 : 0}"/>`).join('')

export type Position = 'l' | 'r' | 't' | 'b' | 'ctr' | 'outEnd'

/** Labels that say each point's value in a format; `"▼"` as the format says just that. */
export const valueLabels = (format: string, position: Position, words: Words): string =>
  `<c:dLbls><c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${lettering(words, UNBROKEN)}<c:dLblPos val="${position}"/>${showing('Val')}</c:dLbls>`

/** The name of the series beside one of its points. */
export const nameLabel = (at: number, words: Words): string =>
  `<c:dLbls><c:dLbl><c:idx val="${at}"/><c:spPr><a:noFill/></c:spPr>${lettering(words, UNBROKEN)}<c:dLblPos val="r"/>${showing('SerName')}</c:dLbl>${showing(null)}</c:dLbls>`

const C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
const LABEL_EXTENSION = '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}'
const RANGE_EXTENSION = '{02D57815-91ED-43cb-92C2-25804820EDAC}'

/**
 * Labels out of cells of the workbook (`Value From Cells`, Office 2013 on). Each also holds its words, for programs that do
 * not know that.
 */
export function cellLabels(labels: readonly string[], position: Position, words: Words): string {
  const one = (text: string, at: number) =>
    text === ''
      ? `<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>`
      : `<c:dLbl><c:idx val="${at}"/><c:tx><c:rich><a:bodyPr${UNBROKEN}/><a:lstStyle/><a:p>${field(text, at, words)}</a:p></c:rich></c:tx><c:dLblPos val="${position}"/>${showing(null)}${extension('<c15:dlblFieldTable/><c15:showDataLabelsRange val="1"/>')}</c:dLbl>`
  return `<c:dLbls>${labels.map(one).join('')}<c:spPr><a:noFill/></c:spPr>${lettering(words, UNBROKEN)}<c:dLblPos val="${position}"/>${showing(null)}${extension('<c15:showDataLabelsRange val="1"/>')}</c:dLbls>`
}

const field = (text: string, at: number, words: Words): string =>
  `<a:fld id="{5D1C0000-0000-4000-8000-${String(at).padStart(12, '0')}}" type="CELLRANGE">${runOf(words, 'rPr')}<a:pPr/><a:t>${escaped(text)}</a:t></a:fld>`

const extension = (content: string): string =>
  `<c:extLst><c:ext uri="${LABEL_EXTENSION}" ${C15}>${content}</c:ext></c:extLst>`

/** Where the labels of a series are found in the workbook; stands last in the series. */
export const labelsFrom = (range: string): string =>
  `<c:extLst><c:ext uri="${RANGE_EXTENSION}" ${C15}>${range}</c:ext></c:extLst>`

/** Intervals out of the workbook, as far as each reaches below and above its point. */
export const errorBars = (axis: 'x' | 'y', minus: string, plus: string, line: Stroke): string =>
  `<c:errBars><c:errDir val="${axis}"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:plus>${plus}</c:plus><c:minus>${minus}</c:minus><c:spPr>${stroke(line)}</c:spPr></c:errBars>`
