import type { Cover, ExportedFigure } from '../../../dashboards/exports/figure.ts'

/** The smallest picture there is: one transparent pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const number = (text: string, value: number, format: string) => ({ text, number: value, format })

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

/** Figures as pages describe them: ranked dots, a trend with a gap, a relation, and one that is a picture only. */
export const figures: ExportedFigure[] = [
  {
    ...about,
    notes: [...about.notes],
    title: 'Solna har lägst andel i FoU Nordväst',
    subtitle: 'Andel (%) 2021',
    lead: 'Solna ligger lägre än de flesta.',
    methods: [{ term: 'Bästa fjärdedelen', meaning: 'Var fjärde kommun. Så är det räknat.' }],
    missing: [{ term: 'uppgift saknas', meaning: 'Uppgift saknas.' }],
    long: async () => ({
      columns: ['Kommun', 'Värde'],
      rows: [
        ['Solna', 28.123],
        ['Ekerö', null],
      ],
    }),
    comment: 'Vi har arbetat med "tidig kontakt" & <uppföljning>.',
    table: {
      columns: ['Kommun', 'Värde', 'Skillnad mot medianen'],
      rows: [
        [{ text: 'Solna' }, number('28,1', 28.1, '#,##0.0'), number('−4,4', -4.4, '#,##0.0')],
        [{ text: 'Järfälla' }, number('37,7', 37.7, '#,##0.0'), number('+5,2', 5.2, '+#,##0.0;-#,##0.0;#,##0.0')],
        [{ text: '=1+1' }, { text: 'uppgift saknas' }, { text: '' }],
      ],
    },
    chart: {
      ...{ kind: 'rows', unit: '%', decimals: 1, scale: null, numbered: true, legend: false },
      marks: [
        { mark: 'better', name: 'bästa fjärdedelen' },
        { mark: 'worse', name: 'sämsta fjärdedelen' },
        { mark: 'ringed', name: 'Den egna kommunen' },
      ],
      rows: [
        {
          ...{ name: 'Solna', own: true, beside: '28,1' },
          dots: [
            { mark: 'better', value: 28.1, lower: 20.1, upper: 38.1 },
            { mark: 'ringed', value: 28.1, lower: null, upper: null },
          ],
        },
        {
          ...{ name: 'Järfälla', own: false, beside: '37,7' },
          dots: [{ mark: 'worse', value: 37.7, lower: 35.2, upper: 40.2 }],
        },
        {
          name: 'Ekerö',
          own: false,
          beside: 'uppgift saknas',
          dots: [{ mark: 'worse', value: null, lower: null, upper: null }],
        },
      ],
      zones: [{ from: 30, to: 35, name: 'Mittersta hälften', as: 'field' }],
      lines: [{ at: 32.5, name: 'median i landet 32,5 %' }],
    },
  },
  {
    ...about,
    notes: [...about.notes],
    title: 'Solna stiger sedan 2019',
    lead: 'Solna ligger lägre än de flesta.',
    long: async () => ({ columns: ['Kommun', 'År'], rows: [['Solna', 2019]] }),
    subtitle: 'kr/inv 2019–2021',
    table: {
      columns: ['År', 'Solna'],
      rows: [[number('2019', 2019, '0'), number('12\u202f345', 12345, '#,##0')]],
    },
    chart: {
      kind: 'lines',
      unit: 'kr/inv',
      decimals: 0,
      categories: ['2019', '2020', '2021'],
      series: [
        {
          name: 'Solna',
          values: [12345, null, 14001],
          limits: [
            { lower: 12000, upper: 13000 },
            { lower: null, upper: null },
            { lower: 13500, upper: 15001 },
          ],
        },
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
    table: { columns: ['Kommun', 'x'], rows: [[{ text: 'Solna' }, number('1,5', 1.5, '#,##0.0')]] },
    chart: {
      kind: 'points',
      x: 'Andel, %',
      y: 'Väntetid, dagar',
      decimals: { x: 1, y: 2 },
      series: [
        {
          name: 'Linje',
          mark: 'similar',
          line: 'solid',
          points: [
            { name: 'Linje', x: 0, y: 30 },
            { name: 'Linje', x: 3, y: 10 },
          ],
        },
        {
          name: 'Övriga',
          mark: 'others',
          points: [
            { name: 'Ekerö', x: 2.5, y: 20.5 },
            { name: 'Sigtuna', x: 0, y: 31.75 },
          ],
        },
        { name: 'Solna', mark: 'own', points: [{ name: 'Solna', x: 1.5, y: 10.25, named: true }] },
      ],
    },
  },
  {
    ...about,
    notes: [...about.notes],
    title: 'Karta: 2 av 8 / bäst [test]*?',
    subtitle: 'En ruta är en kommun',
    table: { columns: ['Kommun'], rows: [[{ text: 'Solna' }]] },
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
