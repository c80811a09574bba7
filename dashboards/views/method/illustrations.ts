/** The invented numbers behind the pictures of the method page; their results are checked against the real methods. */

export const SHARES = [
  { events: 21, n: 30, value: 70, lower: 52.12, upper: 83.34 },
  { events: 210, n: 300, value: 70, lower: 64.59, upper: 74.91 },
  { events: 2100, n: 3000, value: 70, lower: 68.33, upper: 71.61 },
] as const

/** Cases per 1,000. */
export const RATES = [
  { count: 4, population: 4000, value: 1, lower: 0.272, upper: 2.56 },
  { count: 40, population: 40_000, value: 1, lower: 0.714, upper: 1.362 },
  { count: 400, population: 400_000, value: 1, lower: 0.904, upper: 1.103 },
] as const

/** Means of 5 with a standard deviation of 2. */
export const MEANS = [
  { n: 10, value: 5, lower: 3.569, upper: 6.431 },
  { n: 40, value: 5, lower: 4.36, upper: 5.64 },
  { n: 160, value: 5, lower: 4.688, upper: 5.312 },
] as const

/** Units of a municipality of 75 per cent: a small one, a larger, and one that surely differs. */
export const UNITS = [
  { events: 8, n: 12, value: 66.67, lower: 39.06, upper: 86.19 },
  { events: 32, n: 40, value: 80, lower: 65.24, upper: 89.5 },
  { events: 136, n: 160, value: 85, lower: 78.65, upper: 89.71 },
] as const

/** A small municipality's values over six years, and a large one's. */
export const SWINGING = [61, 47, 68, 52, 72, 46] as const
export const STEADY = [57, 59, 56, 58, 57, 59] as const

export const RANKED = [
  { estimate: 82, error: 2, value: 1, lower: 1, upper: 4 },
  { estimate: 79, error: 2, value: 2, lower: 1, upper: 5 },
  { estimate: 78, error: 3, value: 3, lower: 1, upper: 5 },
  { estimate: 74, error: 2, value: 4, lower: 2, upper: 5 },
  { estimate: 73, error: 4, value: 5, lower: 1, upper: 6 },
  { estimate: 66, error: 2, value: 6, lower: 5, upper: 6 },
] as const

export const IN_ORDER = [38, 44, 47, 52, 55, 57, 60, 63, 65, 71, 76, 84] as const
export const QUARTILES = [50.75, 58.5, 66.5] as const

/** Cases that were expected: 40 each. */
export const RATIOS = [
  { observed: 64, value: 1.6, lower: 1.232, upper: 2.043 },
  { observed: 38, value: 0.95, lower: 0.672, upper: 1.304 },
  { observed: 22, value: 0.55, lower: 0.345, upper: 0.833 },
] as const

export const SHRUNK = [
  { from: 30, error: 12, value: 46.74 },
  { from: 58, error: 3, value: 57.03 },
  { from: 46, error: 3, value: 47 },
  { from: 75, error: 12, value: 57.62 },
  { from: 52, error: 3, value: 52.01 },
] as const

export const BEFORE = [6, 7, 4, 8, 5, 6, 3, 7, 5, 6] as const
export const AFTER = [4, 5, 4, 6, 5, 3, 3, 7, 2, 5] as const

export const MONTHS = [21, 23, 20, 24, 22, 21, 25, 22, 23, 20, 22, 35, 23, 22] as const
export const MONTHLY = { mean: 23.071, lower: 14.648, upper: 31.495 } as const

/** Cases of 200 in five years: one series that the rule calls rising, one that it does not. */
export const RISING = [70, 84, 95, 108, 124] as const
export const WAVERING = [62, 48, 66, 50, 58] as const

/** Bases and shares in per cent, and the limits around 75 per cent by chance alone. */
export const FUNNEL_POINTS = [
  [22, 82],
  [26, 64],
  [31, 77],
  [35, 86],
  [41, 70],
  [48, 79],
  [56, 73],
  [64, 68],
  [75, 81],
  [88, 74],
  [105, 72],
  [130, 79],
  [160, 57],
  [200, 77],
  [260, 73],
  [330, 76],
] as const
export const FUNNEL_SHARE = 0.75

/** Shares of two kinds, in per cent, in twenty invented municipalities; the fitted line with its 95 % limits. */
export const PAIRS = [
  [12, 31],
  [14, 38],
  [15, 29],
  [17, 41],
  [18, 36],
  [20, 33],
  [21, 45],
  [22, 39],
  [24, 37],
  [25, 48],
  [26, 43],
  [28, 40],
  [29, 52],
  [31, 44],
  [33, 49],
  [34, 57],
  [36, 46],
  [38, 55],
  [40, 60],
  [43, 53],
] as const
export const FITTED = [
  { x: 12, y: 32.06, lower: 27.87, upper: 36.24 },
  { x: 20, y: 38.63, lower: 35.93, upper: 41.33 },
  { x: 28, y: 45.2, lower: 42.96, upper: 47.44 },
  { x: 36, y: 51.77, lower: 48.5, upper: 55.03 },
  { x: 43, y: 57.51, lower: 52.81, upper: 62.21 },
] as const
