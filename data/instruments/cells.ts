import type { Instrument } from './definition.ts'

/** One category of one dimension. */
export interface Choice {
  dimension: string
  category: string
}

/**
 * A cell of the catalogue without its measure, place and period: nobody chosen away, one category, or one of the sexes
 * beside an age (disclosure rule 1). `name` tells it, the same for breaking down and for filtering.
 */
export interface Cell {
  name: string
  choices: Choice[]
}

/** Every cell of an instrument, in the catalogue's order; the first is everybody. */
export function cellsOf({ dimensions, crossings }: Pick<Instrument, 'dimensions' | 'crossings'>): Cell[] {
  const choicesOf = (id: string): Choice[] =>
    dimensions
      .filter((dimension) => dimension.id === id)
      .flatMap(({ categories }) => categories.map((category) => ({ dimension: id, category: category.id })))
  const single = dimensions.flatMap(({ id }) => choicesOf(id).map((choice) => [choice]))
  const crossed = crossings.flatMap(([a, b]) => choicesOf(a).flatMap((one) => choicesOf(b).map((two) => [one, two])))
  return [[], ...single, ...crossed].map((choices) => ({ name: nameOfCell(choices), choices }))
}

/** `kon:kvinna,aldersgrupp:18-24`, in whatever order the choices come; everybody is the empty text. */
export function nameOfCell(choices: readonly Choice[]): string {
  return choices
    .map(({ dimension, category }) => `${dimension}:${category}`)
    .sort()
    .join(',')
}

/** A cell without a choice of sex, and the cells that divide it by sex: by their place in the catalogue. */
export interface Family {
  whole: number
  parts: number[]
}

const SEX = 'kon'

/** Every cell that the catalogue also divides by sex, in its order. */
export function familiesOf(instrument: Pick<Instrument, 'dimensions' | 'crossings'>): Family[] {
  const cells = cellsOf(instrument)
  const placeOf = new Map(cells.map(({ name }, place) => [name, place]))
  const sexes = instrument.dimensions.find(({ id }) => id === SEX)?.categories ?? []
  return cells.flatMap(({ choices }, whole) => {
    if (choices.some(({ dimension }) => dimension === SEX)) return []
    const names = sexes.map(({ id }) => nameOfCell([...choices, { dimension: SEX, category: id }]))
    const parts = names.flatMap((name) => placeOf.get(name) ?? [])
    return parts.length > 0 ? [{ whole, parts }] : []
  })
}
