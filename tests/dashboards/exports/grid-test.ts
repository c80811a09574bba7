import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { ExportedFigure } from '../../../dashboards/exports/figure.ts'
import { powerpoint } from '../../../dashboards/exports/powerpoint.ts'
import { word } from '../../../dashboards/exports/word.ts'
import { workbook } from '../../../dashboards/exports/workbook.ts'
import { type Grid, tablesOf } from '../../../dashboards/native-charts/table.ts'
import { figures } from './saved-figures.ts'

const BODY = { w: 12.1, h: 4.75 }

function gridOf(rows: number, columns: number): Grid {
  const bands = ['best', 'middle', 'worst', 'none', 'missing'] as const
  return {
    corner: 'Indikator',
    columns: Array.from({ length: columns }, (_, at) => ({ name: `Kommun ${at}`, own: at === 1 })),
    rows: Array.from({ length: rows }, (_, row) => ({
      name: `Indikator ${row}`,
      base: '%, 2025',
      cells: Array.from({ length: columns }, (_, at) => ({
        ...{ written: `${row},${at}`, sign: at === 0 ? '▲' : '', moving: at === 2 ? '↗' : '' },
        band: bands[at % bands.length]!,
      })),
    })),
  }
}

/** An overview as its page describes it: sheets of their own, rows with units of their own. */
const overview = (rows: number, columns: number): ExportedFigure => ({
  ...figures[0]!,
  comment: '',
  chart: null,
  grid: gridOf(rows, columns),
  sheets: {
    draw: async () => (rows > 100 ? [] : [figures[0]!.picture, figures[1]!.picture]),
    tooMany: 'Översikten är för stor.',
  },
  table: {
    columns: ['Indikator', ...Array.from({ length: columns }, (_, at) => `Storkommunernas${at}`)],
    rows: [
      [{ text: 'Andel' }, ...Array(columns).fill({ text: '28,1', number: 28.1, format: '#,##0.0' })],
      [{ text: 'Kostnad' }, ...Array(columns).fill({ text: '12\u202f345', number: 12345, format: '#,##0' })],
    ],
  },
})

async function partsOf(file: Blob, pattern: RegExp): Promise<string[]> {
  const zip = await JSZip.loadAsync(await file.arrayBuffer())
  return Promise.all(zip.file(pattern).map((part) => part.async('string')))
}

const slidesOf = async (figure: ExportedFigure) =>
  partsOf(await powerpoint([figure], 'Titel'), /slides\/slide\d+\.xml$/)
const textOf = async (figure: ExportedFigure) =>
  (await partsOf(await word([figure], 'Titel'), /^word\/document\.xml$/))[0]!

describe('an overview in PowerPoint', () => {
  it('is one table with the colours of the places, their signs, and the own column framed', async () => {
    const [slide, ...others] = await slidesOf(overview(3, 5))
    expect(others).toEqual([])
    expect(slide!.match(/<a:tr /g)).toHaveLength(4)
    for (const told of ['>2,0 <', '>▲<', '>↗ <', '>%, 2025<', '>Kommun 4<']) expect(slide).toContain(told)
    expect(slide!.match(/<a:srgbClr val="DCE9F4"/g)).toHaveLength(3)
    expect(slide!.match(/<a:srgbClr val="FBE6D5"/g)).toHaveLength(3)
    expect(slide!.match(/<a:lnL w="25400"/g)).toHaveLength(4)
    expect(slide).not.toContain('<p:pic>')
  })

  it('goes on to further slides, each with finding, warning and its number', async () => {
    const slides = await slidesOf(overview(40, 12))
    expect(slides).toHaveLength(6)
    for (const [at, slide] of slides.entries()) {
      expect(slide).toContain(`${figures[0]!.title} (${at + 1}/6)`)
      expect(slide).toContain(figures[0]!.banner)
    }
  })

  it('is never larger than can be read: too many slides are a word about where to find it', async () => {
    expect(tablesOf(gridOf(130, 60), BODY)).toEqual([])
    const slides = await slidesOf(overview(130, 60))
    expect(slides).toHaveLength(1)
    expect(slides[0]).toContain('Översikten är för stor.')
    expect(slides[0]).not.toContain('<a:tbl>')
  })

  it('keeps every cell once', () => {
    const cells = (grid: Grid) => grid.rows.flatMap((row) => row.cells.map(({ written }) => written))
    const whole = gridOf(40, 12)
    expect(tablesOf(whole, BODY).flatMap(cells).sort()).toEqual(cells(whole).sort())
  })
})

describe('an overview in Word', () => {
  it('is a picture a sheet, and a table with decimals by row and heads on end', async () => {
    const text = await textOf(overview(3, 12))
    expect(text.match(/<pic:pic/g)).toHaveLength(2)
    expect(text.match(/<w:textDirection w:val="btLr"\/>/g)).toHaveLength(12)
    expect(text).toContain('>28,1<')
    expect(text).toContain('>12\u202f345<')
  })

  it('too wide for a page is left to Excel, too long for sheets is said to be', async () => {
    const text = await textOf(overview(130, 60))
    expect(text).not.toContain('<w:tbl>')
    expect(text).toContain(figures[0]!.longTable)
    expect(text).toContain('Översikten är för stor.')
  })
})

it('rows keep their own decimals in Excel', async () => {
  const [sheet] = await partsOf(await workbook([overview(3, 4)], 'Titel'), /^xl\/worksheets\/sheet1\.xml$/)
  const style = (value: string) => new RegExp(`<c [^>]*s="(\\d+)"[^>]*><v>${value}</v>`).exec(sheet!)?.[1]
  expect(style('28.1')).toBeDefined()
  expect(style('12345')).not.toBe(style('28.1'))
})
