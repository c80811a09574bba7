import type { Indicator } from '../../data/model/indicator.ts'
import { among } from '../release/among.ts'
import type { OpenRelease } from '../release/open-release.ts'

/** From so many on, a stretch is read whole. */
export const MANY = 400

/** Narrows a question to a few indicators, by numbers out of the release; nothing where they are many. */
export function amongNumbers({ reckoned }: OpenRelease, indicators: readonly Indicator[]): string {
  if (indicators.length >= MANY) return ''
  const numbers = indicators.map(({ id }) => reckoned.get(id)!.number)
  return ` AND ${among('indicator', numbers)}`
}

/** Narrows a question to places, by numbers out of the release. */
export function amongPlaces({ places }: OpenRelease, codes: readonly string[]): string {
  const numbers = codes.map((code) => places.numbers.get(code)!)
  return ` AND ${among('place', numbers)}`
}
