/**
 * How high above the ground the middle of each circle lies when every circle falls straight down and none may overlap an
 * earlier one.
 * @param places along the ground, ascending, in pixels
 * @param diameter of every circle, with the air around it
 */
export function piles(places: readonly number[], diameter: number): number[] {
  const heights: number[] = []
  for (const [index, place] of places.entries()) {
    const spans = near(places, index, diameter).map((other) => {
      const aside = place - places[other]!
      const reach = Math.sqrt(diameter * diameter - aside * aside)
      return { from: heights[other]! - reach, to: heights[other]! + reach }
    })
    heights.push(lowestFree(spans))
  }
  return heights
}

/** The height of the highest pile, from the ground to its top. */
export const heightOfPiles = (places: readonly number[], diameter: number): number =>
  Math.max(0, ...piles(places, diameter)) + diameter

/** The earlier circles that one at this place could touch. */
function near(places: readonly number[], index: number, diameter: number): number[] {
  const found: number[] = []
  for (let other = index - 1; other >= 0 && places[index]! - places[other]! < diameter; other--) found.push(other)
  return found
}

/** The ground, or the top of the span that leaves room above it. */
function lowestFree(spans: readonly { from: number; to: number }[]): number {
  const ordered = [...spans].sort((a, b) => a.from - b.from)
  let height = 0
  for (const { from, to } of ordered) if (from < height && to > height) height = to
  return height
}
