import type { Cover, ExportedFigure } from '../../../dashboards/exports/figure.ts'

/** The smallest picture there is: one transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const about = {
  lang: 'sv',
  longTable: 'Tabellen har många rader.',
  notes: ['Källa: Påhittade exempeldata', 'Band och median: egen bearbetning', 'Utgåva 20261121-a'],
  banner: 'Siffrorna säger inget om någon kommun.',
  picture: {
    svg: '<svg xmlns="http://www.w3.org/2000/svg"><text>Å &amp; Ö</text></svg>',
    alone: '<svg xmlns="http://www.w3.org/2000/svg"><text>Titel</text><text>Å &amp; Ö</text></svg>',
    png: PIXEL,
    width: 600,
    height: 300,
  },
} as const

/** Three figures as pages describe them: ranked bars, a trend with a gap, and a relation. */
export const figures: ExportedFigure[] = [
  {
    ...about,
    notes: [...about.notes],
    title: 'Solna har lägst andel i FoU Nordväst',
    subtitle: 'Andel (%) 2021',
    comment: 'Vi har arbetat med "tidig kontakt" & <uppföljning>.',
    table: {
      columns: [{ title: 'Kommun' }, { title: 'Värde', decimals: 1 }],
      rows: [
        ['Solna', 28.1],
        ['Järfälla', 37.7],
        ['=1+1', 'uppgift saknas'],
      ],
    },
    chart: {
      kind: 'bars',
      unit: '%',
      decimals: 1,
      categories: ['Solna', 'Järfälla'],
      series: [{ name: 'Andel', values: [28.1, 37.7] }],
      own: ['Solna'],
    },
  },
  {
    ...about,
    notes: [...about.notes],
    title: 'Solna stiger sedan 2019',
    subtitle: 'kr/inv 2019–2021',
    table: { columns: [{ title: 'År' }, { title: 'Solna', decimals: 0 }], rows: [['2019', 12345]] },
    chart: {
      kind: 'lines',
      unit: 'kr/inv',
      decimals: 0,
      categories: ['2019', '2020', '2021'],
      series: [
        { name: 'Solna', values: [12345, null, 14001] },
        { name: 'Median', values: [11111, 0, 11333] },
      ],
      own: ['Solna'],
    },
  },
  {
    ...about,
    notes: [...about.notes],
    title: 'Kommuner med högre andel har längre väntetid',
    subtitle: '3 kommuner',
    table: { columns: [{ title: 'Kommun' }, { title: 'x', decimals: 1 }], rows: [['Solna', 1.5]] },
    chart: {
      kind: 'points',
      x: 'Andel, %',
      y: 'Väntetid, dagar',
      decimals: 1,
      points: [
        { name: 'Ekerö', x: 2.5, y: 20.5, own: false },
        { name: 'Solna', x: 1.5, y: 10.25, own: true },
        { name: 'Sigtuna', x: 0, y: 31.75, own: false },
      ],
    },
  },
  {
    ...about,
    notes: [...about.notes],
    title: 'Karta: 2 av 8 / bäst [test]*?',
    subtitle: 'En ruta är en kommun',
    table: { columns: [{ title: 'Kommun' }], rows: [['Solna']] },
    chart: null,
  },
]

/** The same without a banner, as a release of real figures saves them. */
export const realFigures: ExportedFigure[] = figures.map((figure) => ({ ...figure, banner: null }))

/** What stands before them where somebody has put them together. */
export const cover: Cover = {
  name: 'Om urvalet',
  introduction: 'Inför beslutet i maj.\nTvå saker sticker ut.',
  facts: ['Solna', 'Källa: Påhittade exempeldata', 'Utgåva 20261121-a', 'Sammanställt 22 november 2026'],
}
