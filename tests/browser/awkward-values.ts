import type { Indicator } from '../../data/model/indicator.ts'

/** Values as awkward as those of real indicators: ties, gaps, a long tail, a few grades, costs, almost everyone at the top. */
export type Awkward = { municipality: string; name: string; value: number | null }

/** A number 0–1 that is the same every time. */
function chance(seed: number): number {
  const wave = Math.sin(seed * 127.1) * 43758.5453
  return wave - Math.floor(wave)
}

const SHAPES: Readonly<Record<string, (at: number, seed: number) => number | null>> = {
  /** 170 of 290 at zero, the rest in a long tail. */
  zeros: (at, seed) => (at % 290 < 170 ? 0 : 100 * chance(at + seed) ** 6),
  /** Nearly everyone at the top. */
  top: (at, seed) => 100 - Math.round(8 * chance(at + seed) ** 4),
  /** A survey that eighty took part in. */
  survey: (at, seed) => (at % 29 < 8 ? 60 + 35 * chance(at + seed) : null),
  /** Populations and costs over three orders of magnitude. */
  orders: (at, seed) => Math.round(2400 * 10 ** (2.6 * chance(at + seed) ** 3)),
  spread: (at, seed) => 20 + 50 * chance(at + seed),
  nobody: (at) => (at === 0 ? 12 : null),
  same: () => 7,
}

/** How an indicator's values are shaped: by its kind where that says it, else one shape after the other. */
function shapeOf({ kind, unitText }: Indicator, at: number): keyof typeof SHAPES {
  if ((kind === 'count' || kind === 'amount') && unitText.sv !== '%') return 'orders'
  const others = Object.keys(SHAPES).filter((name) => name !== 'orders')
  return others[at % others.length]!
}

/** Values of an indicator for so many municipalities; `at` is its place in the catalogue. */
export function awkwardValues(
  indicator: Indicator,
  at: number,
  municipalities: readonly { code: string; name: string }[],
): Awkward[] {
  const shape = SHAPES[shapeOf(indicator, at)]!
  return municipalities.map(({ code, name }, place) => {
    const value = shape(place, at * 1000)
    const isYes = indicator.kind === 'yesno'
    const isGrade = indicator.kind === 'ordinal'
    const fitted =
      value === null
        ? null
        : isYes
          ? Number(value > 50)
          : isGrade
            ? Math.round(value) % 3
            : rounded(value, indicator.decimals)
    return { municipality: code, name, value: fitted }
  })
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals))
