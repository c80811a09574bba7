import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { fileName } from '../../../dashboards/exports/file-name.ts'
import { pictures } from '../../../dashboards/exports/pictures.ts'
import { powerpoint } from '../../../dashboards/exports/powerpoint.ts'
import { word } from '../../../dashboards/exports/word.ts'
import { workbook } from '../../../dashboards/exports/workbook.ts'
import { cover, figures, realFigures } from './saved-figures.ts'

type Unpacked = {
  names: string[]
  text: (name: string) => Promise<string>
  bytes: (name: string) => Promise<Uint8Array>
}

async function unpack(file: Blob): Promise<Unpacked> {
  const zip = await JSZip.loadAsync(await file.arrayBuffer())
  return {
    names: Object.keys(zip.files),
    text: async (name) => unescaped(await zip.file(name)!.async('string')),
    bytes: (name) => zip.file(name)!.async('uint8array'),
  }
}

const unescaped = (xml: string) =>
  xml.replace(
    /&(quot|lt|gt|apos|amp);/g,
    (_, name: string) => ({ quot: '"', lt: '<', gt: '>', apos: "'" })[name] ?? '&',
  )

const values = (xml: string) => [...xml.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map((match) => match[1]!)

/** The values of one part of a chart: its categories, its values, its x or its y. */
const within = (xml: string, tag: string) =>
  [...xml.matchAll(new RegExp(`<c:${tag}>.*?</c:${tag}>`, 'gs'))].map(([part]) => values(part))

function expectNamed(text: string, figure: (typeof figures)[number]) {
  for (const told of [figure.title, figure.subtitle, ...figure.notes]) expect(text).toContain(told)
}

describe('PowerPoint', async () => {
  const file = await unpack(await powerpoint(figures, 'Till nämnden'))
  const charts = file.names.filter((name) => /charts\/chart\d+\.xml$/.test(name)).sort()
  const chart = (at: number) => file.text(charts[at]!)
  const sheet = async (at: number) => {
    const behind = file.names.filter((name) => name.endsWith('.xlsx')).sort()
    const book = await JSZip.loadAsync(await file.bytes(behind[at]!))
    return book.file('xl/worksheets/sheet1.xml')!.async('string')
  }

  it('has a slide a figure that says what it shows, what it rests on, and that the figures are invented', async () => {
    expect(file.names.filter((name) => /slides\/slide\d+\.xml$/.test(name))).toHaveLength(figures.length)
    for (const [index, figure] of figures.entries()) {
      const slide = await file.text(`ppt/slides/slide${index + 1}.xml`)
      expectNamed(slide, figure)
      expect(slide).toContain(figure.banner)
      if (figure.comment) expect(slide).toContain(figure.comment)
    }
  })

  it('draws ranked dots with names, intervals and what is missing, each in the workbook behind', async () => {
    const xml = await chart(0)
    expect(within(xml, 'xVal')).toContainEqual(['28.1'])
    expect(within(xml, 'xVal')).toContainEqual(['37.7'])
    expect(within(xml, 'yVal')).toContainEqual(['2'])
    expect(within(xml, 'minus')).toContainEqual(['8'])
    expect(within(xml, 'plus')).toContainEqual(['2.5'])
    for (const told of ['Solna', 'Järfälla', 'Ekerö', 'uppgift saknas', 'median i landet 32,5 %'])
      expect(xml).toContain(`<a:t>${told}</a:t>`)
    expect(file.names.filter((name) => name.endsWith('.xlsx'))).toHaveLength(3)
    expect(await sheet(0)).toMatch(/<v>28\.1<\/v>.*<v>37\.7<\/v>/s)
  })

  it('tells better from worse by shape and colour, and rings the own municipality', async () => {
    const xml = await chart(0)
    expect(xml).toMatch(/<c:symbol val="triangle"\/>.*?<a:srgbClr val="0B4F8A">/s)
    expect(xml).toContain('formatCode=""▼""')
    expect(xml).toMatch(/Den egna kommunen.*?<c:size val="13"\/><c:spPr><a:noFill\/>/s)
  })

  it('draws lines with a gap where a value is missing, and intervals where they are known', async () => {
    const xml = await chart(1)
    expect(xml).toContain('<c:lineChart>')
    expect(xml).toContain('<c:dispBlanksAs val="gap"/>')
    expect(within(xml, 'val')[0]).toEqual(['12345', '14001'])
    expect(xml).toContain('<c:pt idx="2"><c:v>14001</c:v></c:pt>')
    expect(within(xml, 'minus')).toEqual([['345', '501']])
    expect(within(xml, 'plus')).toEqual([['655', '1000']])
    expect(within(xml, 'val')[1]).toEqual(['11111', '0', '11333'])
  })

  it('draws points of each kind by themselves, a curve, and the name of the own one only', async () => {
    const xml = await chart(2)
    expect(xml).toContain('<c:scatterChart>')
    expect(within(xml, 'xVal')).toEqual([['0', '3'], ['2.5', '0'], ['1.5']])
    expect(within(xml, 'yVal')).toEqual([['30', '10'], ['20.5', '31.75'], ['10.25']])
    expect(xml).toContain('<a:t>Solna</a:t>')
    expect(xml).not.toContain('<a:t>Ekerö</a:t>')
  })

  it('keeps a zero in the workbook behind a chart, and leaves the cell of a missing value empty', async () => {
    const xml = await sheet(1)
    expect(xml).toMatch(/<c r="E3"[^>]*><v>0<\/v>/)
    expect(xml).not.toMatch(/<c r="B3"[^>]*><v>/)
  })

  it('shows what PowerPoint cannot draw as a picture with its finding as alternative text', async () => {
    const slide = await file.text('ppt/slides/slide4.xml')
    expect(slide).toContain('<p:pic>')
    expect(slide).toContain(`descr="${figures[3]!.title}"`)
    const images = file.names.filter((name) => name.endsWith('.png'))
    expect(await file.bytes(images.at(-1)!)).toEqual(Uint8Array.from(figures[3]!.picture.png))
  })

  it('says nothing of invented figures where they are real', async () => {
    const real = await unpack(await powerpoint(realFigures.slice(3), 'Till nämnden'))
    expect(await real.text('ppt/slides/slide1.xml')).not.toContain(figures[3]!.banner)
  })
})

describe('PowerPoint of what somebody has put together', async () => {
  const file = await unpack(await powerpoint(figures, 'Till nämnden', cover))
  const first = await file.text('ppt/slides/slide1.xml')

  it('begins with a slide of title, introduction, what it rests on, and the warning of invented figures', () => {
    for (const told of ['Till nämnden', ...cover.introduction.split('\n'), ...cover.facts, figures[0]!.banner])
      expect(first).toContain(told)
    expect(file.names.filter((name) => /slides\/slide\d+\.xml$/.test(name))).toHaveLength(figures.length + 1)
  })

  it('shows its figures after that, and warns only of invented ones', async () => {
    expectNamed(await file.text('ppt/slides/slide2.xml'), figures[0]!)
    const real = await unpack(await powerpoint(realFigures, 'Till nämnden', cover))
    expect(await real.text('ppt/slides/slide1.xml')).not.toContain(figures[0]!.banner)
  })
})

describe('Word', async () => {
  const file = await unpack(await word(figures, 'Till nämnden'))
  const document = await file.text('word/document.xml')

  it('tells title, findings, comments and sources, in the order of the basket', () => {
    for (const figure of figures) expectNamed(document, figure)
    expect(document.split('>Solna ligger lägre än de flesta.<')).toHaveLength(2)
    const places = ['Till nämnden', ...figures.map(({ title }) => title)].map((text) => document.indexOf(`>${text}<`))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
    expect(document).toContain(figures[0]!.comment)
  })

  it('writes the tables with Swedish commas and the word for what is missing', () => {
    expect(document).toContain('>28,1<')
    expect(document).toContain('>uppgift saknas<')
    expect(document).toContain('>12\u202f345<')
  })

  it('of what somebody has put together tells introduction and what it rests on under the title, a paragraph a line', async () => {
    const text = await (await unpack(await word(figures, 'Till nämnden', cover))).text('word/document.xml')
    const told = ['Till nämnden', ...cover.introduction.split('\n'), cover.facts.join(' · '), figures[0]!.title]
    const places = told.map((part) => text.indexOf(`>${part}<`))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
  })

  it('leaves out a table that would bury the figures, and says so', async () => {
    const [figure] = figures
    const rows = Array.from({ length: 290 }, (_, at) => [{ text: `Kommun ${at}` }, { text: String(at) }])
    const long = await unpack(
      await word([{ ...figure!, table: { columns: ['Kommun', 'Värde'], rows } }], 'Till nämnden'),
    )
    const text = await long.text('word/document.xml')
    expect(text).toContain(figure!.longTable)
    expect(text).not.toContain('Kommun 289')
    expect(document).not.toContain(figure!.longTable)
  })

  it('holds each picture as SVG with a PNG beside, and says what it shows', async () => {
    const svgs = file.names.filter((name) => name.endsWith('.svg'))
    expect(svgs.length).toBeGreaterThan(0)
    expect(new TextDecoder().decode(await file.bytes(svgs[0]!))).toBe(figures[0]!.picture.svg)
    expect(document.match(/<pic:pic/g)).toHaveLength(figures.length)
    expect(document).toContain(`descr="${figures[1]!.title}. ${figures[1]!.subtitle}"`)
  })

  it('warns of invented figures at the top of every page, and only then', async () => {
    const header = async (one: Unpacked) => one.text(one.names.find((name) => /word\/header\d+\.xml$/.test(name))!)
    expect(await header(file)).toContain(figures[0]!.banner)
    expect(await header(await unpack(await word(realFigures, 'Till nämnden')))).not.toContain(figures[0]!.banner)
  })

  it('alone says its title once, and what its page says before it', async () => {
    const text = await (await unpack(await word([figures[0]!], figures[0]!.title))).text('word/document.xml')
    expect(text.split(`>${figures[0]!.title}<`)).toHaveLength(2)
    expect(text).toContain('>Solna ligger lägre än de flesta.<')
  })

  it('states its language', async () => {
    const english = realFigures.map((figure) => ({ ...figure, lang: 'en' as const }))
    expect(await file.text('word/styles.xml')).toContain('sv-SE')
    expect(await (await unpack(await word(english, 'To the committee'))).text('word/styles.xml')).toContain('en-GB')
  })
})

describe('Excel', async () => {
  const file = await unpack(await workbook(figures, 'Till nämnden'))
  const sheet = (at: number) => file.text(`xl/worksheets/sheet${at}.xml`)

  it('has a sheet a figure, named so that Excel opens it', async () => {
    const names = [...(await file.text('xl/workbook.xml')).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      (match) => match[1]!,
    )
    expect(names.slice(figures.length)).toEqual(['Källor och metod', 'Alla uppgifter'])
    for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/)
    expect(new Set(names).size).toBe(names.length)
  })

  it('of what somebody has put together begins with a sheet of title, introduction, sources and contents', async () => {
    const covered = await unpack(await workbook(figures, 'Till nämnden', cover))
    expect(await covered.text('xl/workbook.xml')).toMatch(/<sheet [^>]*name="Om urvalet"/)
    const strings = [...(await covered.text('xl/sharedStrings.xml')).matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
      ([, t]) => t,
    )
    const told = [figures[0]!.banner, 'Till nämnden', cover.introduction, ...cover.facts, `1 ${figures[0]!.title}`]
    expect(strings.slice(0, told.length)).toEqual(told)
  })

  it('keeps numbers as numbers and text as text, a formula never', async () => {
    const xml = await sheet(1)
    for (const value of ['28.1', '-4.4', '5.2']) expect(xml).toContain(`<v>${value}</v>`)
    expect(await file.text('xl/styles.xml')).toContain('+#,##0.0;-#,##0.0;#,##0.0')
    expect(xml).not.toContain('<f>')
    const strings = await file.text('xl/sharedStrings.xml')
    expect(strings).toContain('=1+1')
    expect(strings).toContain('uppgift saknas')
  })

  it('says what the figures rest on, how they are reckoned and what stands where a value is missing, each once', async () => {
    const strings = await file.text('xl/sharedStrings.xml')
    for (const told of ['Så är siffrorna räknade', 'Var fjärde kommun. Så är det räknat.', 'När ett värde saknas'])
      expect(strings.split(`>${told}<`)).toHaveLength(2)
  })

  it('has the figures behind in one sheet, a row each, under the columns that any figure has', async () => {
    const xml = await sheet(figures.length + 2)
    expect(xml.match(/<row /g)).toHaveLength(4)
    expect(xml).toContain('<v>28.123</v>')
    expect(xml).toMatch(/<c r="D4"[^>]*><v>2019<\/v>/)
    const alone = await unpack(await workbook([figures[0]!], 'Till nämnden'))
    expect(await alone.text('xl/worksheets/sheet3.xml')).toMatch(/<c r="B2"[^>]*><v>28\.123<\/v>/)
  })

  it('tells finding, unit, sources, comment and banner', async () => {
    const strings = await file.text('xl/sharedStrings.xml')
    for (const figure of figures) expectNamed(strings, figure)
    expect(strings).toContain(figures[0]!.comment)
    expect(strings).toContain(figures[0]!.banner)
  })
})

describe('ZIP of pictures', async () => {
  const file = await unpack(await pictures(figures, 'Till nämnden'))

  it('numbers the SVG files in the order of the basket, unchanged', async () => {
    expect(file.names.slice(0, 2)).toEqual([
      '01-solna-har-lagst-andel-i-fou-nordvast.svg',
      '02-solna-stiger-sedan-2019.svg',
    ])
    expect(new TextDecoder().decode(await file.bytes(file.names[0]!))).toBe(figures[0]!.picture.alone)
  })

  it('of what somebody has put together says its title and introduction first', async () => {
    const told = await (await unpack(await pictures(figures, 'Till nämnden', cover))).text('figurer.txt')
    expect(told.startsWith(['Till nämnden', cover.introduction, ...cover.facts].join('\r\n'))).toBe(true)
  })

  it('says beside them what each shows and what it rests on', async () => {
    const told = await file.text('figurer.txt')
    for (const figure of figures) expectNamed(told, figure)
    expect(told).toContain(figures[0]!.banner)
    expect(told).toContain(figures[0]!.comment)
  })
})

describe('name of a file', () => {
  it.each([
    ['Solna ligger lägst', 'solna-ligger-lagst'],
    ['../../ÅÄÖ <b>', 'aao-b'],
    ['!?', 'figur'],
  ])('writes "%s" as "%s"', (title, name) => expect(fileName(title)).toBe(name))
})
