import { type KeyItem, SIGN, signOf } from '../charts/key.ts'

const SVG = 'http://www.w3.org/2000/svg'
const MARGIN = 20
const LINE = { title: 24, text: 18 }

/** What stands around a chart when it leaves the page, so that it can be understood alone. */
export type Caption = { title: string; subtitle: string; footer: string; warning: string; key?: readonly KeyItem[] }

/**
 * The chart with its title, subtitle and sources as one SVG document, always in the colours of paper.
 * @param font the text face as a data address, or null to leave it to the reader's machine
 */
export function pictureOf(chart: SVGSVGElement, caption: Caption, font: string | null): string {
  const width = Number(chart.getAttribute('width')) + 2 * MARGIN
  const top = [
    ...wrapped(caption.warning, width, 'text').map((line) => ({ line, face: 'warning', height: LINE.text })),
    ...wrapped(caption.title, width, 'title').map((line) => ({ line, face: 'title', height: LINE.title })),
    ...wrapped(caption.subtitle, width, 'text').map((line) => ({ line, face: 'subtitle', height: LINE.text })),
  ]
  const picture = document.createElementNS(SVG, 'svg')
  const headed = write(picture, top, MARGIN)
  const inner = chart.cloneNode(true) as SVGSVGElement
  place(inner, headed + 8)
  picture.append(inner)
  const foot = wrapped(caption.footer, width, 'text').map((line) => ({ line, face: 'footer', height: LINE.text }))
  const keyed = writeKey(picture, caption.key ?? [], headed + 12 + Number(chart.getAttribute('height')), width)
  const end = write(picture, foot, keyed + 4)
  frame(picture, width, end + MARGIN - 6, font)
  return onPaper(new XMLSerializer().serializeToString(picture))
}

/** Each sign with its words, as many beside each other as fit. @returns where it ends */
function writeKey(picture: SVGElement, key: readonly KeyItem[], from: number, width: number): number {
  let [x, y] = [MARGIN, from]
  for (const { sign, word } of key) {
    const room = SIGN.width + 6 + measured(word, 'text')
    if (x > MARGIN && x + room > width - MARGIN) [x, y] = [MARGIN, y + LINE.text]
    const drawing = signOf(sign)
    drawing.setAttribute('x', String(x))
    drawing.setAttribute('y', String(y + 2))
    picture.append(drawing, written(word, 'footer', x + SIGN.width + 6, y + 13))
    x += room + 16
  }
  return key.length === 0 ? from : y + LINE.text + 4
}

type Line = { line: string; face: string; height: number }

function write(picture: SVGElement, lines: readonly Line[], from: number): number {
  let y = from
  for (const { line, face, height } of lines) {
    y += height
    picture.append(written(line, face, MARGIN, y - 5))
  }
  return y
}

function written(words: string, face: string, x: number, y: number): SVGTextElement {
  const text = document.createElementNS(SVG, 'text')
  text.setAttribute('x', String(x))
  text.setAttribute('y', String(y))
  text.setAttribute('class', face)
  text.textContent = words
  return text
}

function place(chart: SVGSVGElement, y: number) {
  chart.setAttribute('x', String(MARGIN))
  chart.setAttribute('y', String(y))
  for (const mark of chart.querySelectorAll('.step')) mark.remove()
}

function frame(picture: SVGElement, width: number, height: number, font: string | null) {
  picture.setAttribute('xmlns', SVG)
  picture.setAttribute('width', String(width))
  picture.setAttribute('height', String(height))
  picture.setAttribute('viewBox', `0 0 ${width} ${height}`)
  const style = document.createElementNS(SVG, 'style')
  style.textContent = `${font ? `@font-face{font-family:"Source Sans 3";src:url(${font});font-weight:200 900}` : ''}
    text{font-family:"Source Sans 3","Segoe UI",sans-serif;font-size:13px;fill:var(--ink)}
    .chart{font-size:13px}.chart text{fill:inherit;font-size:inherit;white-space:pre}
    .title{font-size:18px;font-weight:700}.subtitle,.footer{fill:var(--muted)}.warning{fill:var(--worse-ink);font-weight:600}`
  const ground = document.createElementNS(SVG, 'rect')
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', 'var(--card)')
  picture.prepend(style, ground)
}

/** Writes each colour out, as the light scheme has it: a picture outside the page knows no variables. */
function onPaper(text: string): string {
  const paper = document.createElement('div')
  paper.className = 'paper'
  document.body.append(paper)
  const colours = getComputedStyle(paper)
  const written = text.replace(/var\((--[a-z-]+)\)/g, (_, name: string) => colours.getPropertyValue(name).trim())
  paper.remove()
  return written
}

function measured(words: string, face: keyof typeof LINE): number {
  const pen = document.createElement('canvas').getContext('2d')!
  pen.font = face === 'title' ? '700 18px "Source Sans 3", sans-serif' : '13px "Source Sans 3", sans-serif'
  return pen.measureText(words).width
}

/** Breaks a text into lines that fit, by the measured width of its words. */
function wrapped(text: string, width: number, face: keyof typeof LINE): string[] {
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && measured(longer, face) <= width - 2 * MARGIN) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** Draws an SVG document into a PNG, twice as large as on the page. */
export async function asPng(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width * 2
  canvas.height = image.height * 2
  const pen = canvas.getContext('2d')!
  pen.scale(2, 2)
  pen.drawImage(image, 0, 0)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}
