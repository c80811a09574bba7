import type { Instrument } from './definition.ts'

/** One category of one dimension. */
export interface Choice {
  dimension: string
  category: string
}

/**
 * A cell of the catalogue without its measure, place and period: nobody chosen away, one category, or one of the sexes
 * beside one other category (disclosure rule 1). `name` tells it, the same for breaking down and for filtering.
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
