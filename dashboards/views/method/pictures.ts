import type { MethodId } from '../../../data/model/methods.ts'
import type { Lang } from '../../../data/model/numbers.ts'
import { methodLines } from '../../charts/method/lines.ts'
import { methodQuarters } from '../../charts/method/quarters.ts'
import { methodRows } from '../../charts/method/rows.ts'
import { methodSquares } from '../../charts/method/squares.ts'
import { dotsPicture, funnelPicture, scatterPicture } from './borrowed-pictures.ts'
import {
  AFTER,
  BEFORE,
  IN_ORDER,
  MEANS,
  MONTHLY,
  MONTHS,
  QUARTILES,
  RANKED,
  RATES,
  RATIOS,
  RISING,
  SHARES,
  SHRUNK,
  STEADY,
  SWINGING,
  UNITS,
  WAVERING,
} from './illustrations.ts'

/** Width of a picture in pixels: as wide as the narrowest telephone has room for. */
const WIDTH = 300

/** What a picture is told: its words, in the order of its parts, and the language of its numbers. */
type Words = { labels: readonly string[]; lang: Lang }
type Picture = (words: Words) => SVGSVGElement

const drawn = { width: WIDTH }

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

const PICTURES: Readonly<Record<MethodId, Picture>> = {
  'share-interval': (words) =>
    methodRows({ rows: SHARES, domain: [45, 90], ticks: [50, 60, 70, 80, 90], ...words }, drawn),
  'rate-interval': (words) => methodRows({ rows: RATES, domain: [0, 2.7], ticks: [0, 1, 2], ...words }, drawn),
  'mean-interval': (words) => methodRows({ rows: MEANS, domain: [3, 7], ticks: [3, 4, 5, 6, 7], ...words }, drawn),
  'measured-noise': ({ labels: [small = '', large = ''] }) =>
    methodLines(
      {
        lines: [
          { values: SWINGING, strong: true },
          { values: STEADY, strong: false },
        ],
        domain: [38, 76],
        names: [
          { at: SWINGING.at(-1)!, label: small },
          { at: STEADY.at(-1)!, label: large },
        ],
      },
      drawn,
    ),
  rank: ({ labels, lang }) =>
    methodRows(
      { rows: RANKED, domain: [0.6, 6.4], ticks: [1, 2, 3, 4, 5, 6], labels: labels.slice(0, 6), lang },
      drawn,
    ),
  band: ({ labels }) => methodQuarters({ values: IN_ORDER, quartiles: QUARTILES, coloured: true, labels }, drawn),
  reference: (words) =>
    methodRows(
      {
        rows: [
          { value: 82, lower: 77, upper: 86 },
          { value: 72, lower: 64, upper: 79 },
          { value: 61, lower: 56, upper: 66 },
        ],
        domain: [50, 92],
        ticks: [50, 60, 70, 80, 90],
        rule: 70,
        ...words,
      },
      drawn,
    ),
  quartiles: ({ labels }) => methodQuarters({ values: IN_ORDER, quartiles: QUARTILES, coloured: false, labels }, drawn),
  units: (words) => methodRows({ rows: UNITS, domain: [30, 100], ticks: [40, 60, 80, 100], rule: 75, ...words }, drawn),
  'sex-gap': (words) =>
    methodRows(
      {
        rows: [
          { value: 78, from: 61 },
          { value: 58, from: 67 },
          { value: 70, from: 69 },
        ],
        domain: [50, 85],
        ticks: [50, 60, 70, 80],
        ...words,
      },
      drawn,
    ),
  funnel: ({ labels, lang }) => funnelPicture(labels, lang, WIDTH),
  trend: ({ labels: [rising = '', wavering = ''] }) =>
    methodLines(
      {
        lines: [
          { values: RISING, strong: true },
          { values: WAVERING, strong: false },
        ],
        domain: [30, 136],
        names: [
          { at: RISING.at(-1)!, label: rising },
          { at: WAVERING.at(-1)!, label: wavering },
        ],
      },
      drawn,
    ),
  correlation: ({ labels, lang }) => scatterPicture(labels, lang, WIDTH),
  likeness: (words) =>
    methodRows(
      {
        rows: [0.2, 0.5, 0.8, 1.2, 1.6].map((value) => ({ value, from: 0 })),
        domain: [0, 1.8],
        ticks: [0, 0.5, 1, 1.5],
        decimals: 1,
        rule: 0,
        ...words,
      },
      drawn,
    ),
  standardised: (words) =>
    methodRows({ rows: RATIOS, domain: [0.2, 2.2], ticks: [0.5, 1, 1.5, 2], decimals: 1, rule: 1, ...words }, drawn),
  'reliable-change': (words) =>
    methodRows(
      {
        rows: [-3, -1, 2, 3].map((value) => ({ value })),
        domain: [-4.5, 4.5],
        ticks: [-4, -2, 0, 2, 4],
        field: [-2.3, 2.3],
        ...words,
      },
      drawn,
    ),
  'paired-change': ({ labels: [before = '', after = '', middle = ''] }) =>
    methodLines(
      {
        lines: [
          ...BEFORE.map((value, person) => ({ values: [value, AFTER[person]!], strong: false })),
          { values: [mean(BEFORE), mean(AFTER)], strong: true },
        ],
        domain: [1, 9],
        names: [{ at: mean(AFTER), label: middle }],
        ends: [before, after],
      },
      drawn,
    ),
  shrinkage: (words) =>
    methodRows({ rows: SHRUNK, domain: [25, 80], ticks: [30, 40, 50, 60, 70], rule: 52.1, ...words }, drawn),
  'control-chart': ({ labels: [upper = '', middle = '', lower = ''] }) =>
    methodLines(
      {
        lines: [{ values: MONTHS, strong: true }],
        domain: [11, 38],
        rules: [MONTHLY.upper, MONTHLY.mean, MONTHLY.lower],
        names: [
          { at: MONTHLY.upper, label: upper },
          { at: MONTHLY.mean, label: middle },
          { at: MONTHLY.lower, label: lower },
        ],
        marked: [11],
      },
      drawn,
    ),
  grades: ({ labels }) => dotsPicture(labels, WIDTH),
  'follow-up': ({ labels: [label = ''] }) => methodSquares({ share: 62, label }, drawn),
  protection: (words) =>
    methodRows(
      {
        rows: [{ value: 35, from: 37 }, { value: 25, from: 22 }, {}],
        domain: [0, 42],
        ticks: [0, 10, 20, 30, 40],
        field: [0, 10],
        ...words,
      },
      drawn,
    ),
}

/** The picture of a method, told to readers who do not see it. */
export function pictureOfMethod(id: MethodId, words: Words, told: string): SVGSVGElement {
  const picture = PICTURES[id](words)
  picture.setAttribute('aria-label', told)
  return picture
}
