import type { Indicator } from '../model/indicator.ts'
import type { Figure } from '../store/figure.ts'
import type { OfUnits, Unit, UnitFigure } from '../store/units.ts'
import { casesOf } from './cases.ts'
import { type Random, randomFrom } from './random.ts'

/** What units are of, by the indicator that counts who answered; names as no unit has them. */
const KINDS: Readonly<Record<string, { slug: string; nameOf(tree: string): string }>> = {
  U23592: { slug: 'hemtjanst', nameOf: (tree) => `Hemtjänst ${tree} (påhittad)` },
  U23594: { slug: 'boende', nameOf: (tree) => `${tree}s särskilda boende (påhittat)` },
}

const TREES = ['Alen', 'Asken', 'Aspen', 'Björken', 'Boken', 'Eken', 'Hasseln', 'Linden', 'Lönnen', 'Rönnen', 'Sälgen']
/** Of so many answers of a municipality there is a unit, on the average. */
const ANSWERS_OF_UNIT = 45
const FEWEST_UNITS = 2
/** A survey publishes nothing of fewer answers. */
const FEWEST_ANSWERS = 7
const MISSING = 0.06
/** Units have values for this many of the last years that an indicator was collected. */
const YEARS = 3

/**
 * Invents units of the municipalities whose surveys of the care of older people are seen on the way: the answers of a
 * municipality are shared out among its units, and so are those that are content.
 */
export class SampleUnits {
  readonly #seed: number
  readonly #baseOf: ReadonlyMap<string, string>
  readonly #answers = new Map<string, number>()
  /** Of any year, by survey and municipality: how many units there are does not change. */
  readonly #mostAnswers = new Map<string, number>()
  readonly #shares: Figure[] = []

  constructor({ indicators, seed }: { indicators: readonly Indicator[]; seed: number }) {
    this.#seed = seed
    this.#baseOf = new Map(indicators.flatMap(({ id, base }) => (base !== null && base in KINDS ? [[id, base]] : [])))
  }

  see(figure: Figure): void {
    const { indicator, sex, period, municipality, value } = figure
    if (sex !== 'T' || municipality === '0000' || value === null) return
    if (indicator in KINDS) this.#answered(indicator, municipality, period, value)
    else if (this.#baseOf.has(indicator)) this.#shares.push(figure)
  }

  #answered(base: string, municipality: string, period: number, answers: number): void {
    const key = `${base} ${municipality}`
    this.#answers.set(`${key} ${period}`, answers)
    this.#mostAnswers.set(key, Math.max(answers, this.#mostAnswers.get(key) ?? 0))
  }

  made(): OfUnits {
    const units = new Map<string, Unit>()
    const unitFigures = new Map<string, UnitFigure>()
    const years = lastYears(this.#shares)
    for (const share of this.#shares) {
      if (!years.get(share.indicator)!.includes(share.period)) continue
      const base = this.#baseOf.get(share.indicator)!
      const answers = this.#answers.get(`${base} ${share.municipality} ${share.period}`) ?? 0
      for (const { unit, n } of this.#unitsOf(base, share, answers)) {
        units.set(unit.id, unit)
        for (const figure of this.#figuresOf(unit, base, share, n)) unitFigures.set(keyOf(figure), figure)
      }
    }
    return { units, unitFigures: [...unitFigures.values()] }
  }

  /** A municipality's units of a kind with the answers of a year: the same units every year. */
  #unitsOf(base: string, { municipality, period }: Figure, answers: number): { unit: Unit; n: number }[] {
    const kind = KINDS[base]!
    const random = randomFrom(`${this.#seed}|units|${base}|${municipality}`)
    const most = this.#mostAnswers.get(`${base} ${municipality}`) ?? 0
    const count = Math.min(TREES.length, Math.max(FEWEST_UNITS, Math.round(most / ANSWERS_OF_UNIT)))
    const sizes = TREES.slice(0, count).map(() => 0.4 + random())
    const shared = sharedOut(answers, sizes, randomFrom(`${this.#seed}|units|${base}|${municipality}|${period}`))
    return shared.map((n, index) => ({
      unit: { id: `X-${kind.slug}-${municipality}-${index + 1}`, municipality, name: kind.nameOf(TREES[index]!) },
      n,
    }))
  }

  /** The share of a unit and the number that it is of, both hidden where few have answered. */
  *#figuresOf(unit: Unit, base: string, { indicator, period, value }: Figure, n: number): Generator<UnitFigure> {
    const random = randomFrom(`${this.#seed}|${indicator}|${unit.id}|${period}`)
    const common = { sex: 'T', period, unit: unit.id, deleted: false } as const
    const status = n < FEWEST_ANSWERS ? 'secrecy' : null
    yield { ...common, indicator: base, value: status ? null : n, status }
    const hidden = status ?? (random() < MISSING ? 'missing' : null)
    yield { ...common, indicator, value: hidden ? null : shareOf(n, value!, random), status: hidden }
  }
}

/** The last years of each indicator that anybody has a value for. */
function lastYears(shares: readonly Figure[]): Map<string, number[]> {
  const years = new Map<string, Set<number>>()
  for (const { indicator, period } of shares) years.set(indicator, (years.get(indicator) ?? new Set()).add(period))
  return new Map(Array.from(years, ([id, all]) => [id, [...all].sort((a, b) => b - a).slice(0, YEARS)]))
}

/** Shares a number out by size, with chance: the parts make up the whole. */
function sharedOut(whole: number, sizes: readonly number[], random: Random): number[] {
  let left = whole
  let room = sizes.reduce((sum, size) => sum + size, 0)
  return sizes.map((size, index) => {
    const part = index === sizes.length - 1 ? left : casesOf(left, Math.min(1, size / room), random)
    left -= part
    room -= size
    return part
  })
}

const shareOf = (n: number, percent: number, random: Random) =>
  Math.round((casesOf(n, percent / 100, random) / n) * 100)

const keyOf = ({ indicator, unit, period }: UnitFigure) => `${indicator} ${unit} ${period}`
