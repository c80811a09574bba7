/** How exactly a source prints an indicator: decimals of its finest value, and digits before the point of its largest. */
export type Precision = { decimals: number; whole: number }

/** What is calculated is told this many digits finer than its source. */
const BEYOND_SOURCE = 6
/** A double carries nearly sixteen digits; what is calculated from several of them can be wrong in the last two. */
const SOUND_DIGITS = 14
/** A ratio of figures has no source's decimals. */
const DIGITS_OF_RATIO = 9

/** A number to so many decimals: the nearest that is written with them. */
function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  const moved = value * scale
  return Math.abs(moved) < Number.MAX_SAFE_INTEGER ? Math.round(moved) / scale : Number(value.toPrecision(SOUND_DIGITS))
}

const within = ({ whole }: Precision, decimals: number) => Math.max(0, Math.min(decimals, SOUND_DIGITS - whole))

/** A calculated number in the indicator's unit: at most six decimals beyond the source's. */
export const asReckoned = <T extends number | null>(value: T, precision: Precision): T =>
  (value === null ? null : rounded(value, within(precision, precision.decimals + BEYOND_SOURCE))) as T

/** A calculated number without the unit of any source: a correlation, a slope, a share of a distance. */
export const asRatio = <T extends number | null>(value: T): T =>
  (value === null ? null : Number(value.toPrecision(DIGITS_OF_RATIO))) as T

const MOST_DECIMALS = 9
/** Nearer to a decimal than this, in its own size, a number is that decimal. */
const BINARY_NOISE = 1e-12

/** Finds out how exactly a source prints, one value after the other. */
export class PrecisionFinder {
  #decimals = 0
  #largest = 0

  see(value: number): void {
    const size = Math.abs(value)
    if (size > this.#largest) this.#largest = size
    while (this.#decimals < MOST_DECIMALS && !isWritten(size, this.#decimals)) this.#decimals++
  }

  get found(): Precision {
    return { decimals: this.#decimals, whole: Math.floor(this.#largest).toFixed(0).length }
  }
}

function isWritten(size: number, decimals: number): boolean {
  const moved = size * 10 ** decimals
  return Math.abs(moved - Math.round(moved)) <= BINARY_NOISE * moved
}
