import type { z } from 'zod'
import { type Choice, nameOfCell } from '../../../data/instruments/cells.ts'
import type { Instrument, Measure } from '../../../data/instruments/definition.ts'
import { instruments } from '../../../data/instruments/index.ts'
import type { Language } from '../../language.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import type { aggregateParameters } from './parameters.ts'
import { refused } from './refusal.ts'

/** A municipality, or a group of several of them. */
export interface AskedPlace {
  id: string
  name: string
  members: readonly string[]
  isGroup: boolean
}

/** A year, or a run of years (`2021-2023`). */
export interface AskedPeriod {
  id: number | string
  years: number[]
}

/** A cell of the catalogue by name, with its choices as the answer tells them. */
export interface AskedCell {
  name: string
  categories: Record<string, string>
}

/** A question of the catalogue, understood. */
export interface Understood {
  instrument: Instrument
  /** At least one. */
  measures: Measure[]
  places: AskedPlace[]
  periods: AskedPeriod[]
  cells: AskedCell[]
}

type Asked = z.output<typeof aggregateParameters>

const MOST_CELLS = 50_000

/** Reads a question against the catalogue. @throws Problem, always the same, for anything that is not in it */
export function understood(asked: Asked, release: OpenRelease, language: Language): Understood {
  const instrument = instruments.find(({ id }) => id === asked.instrument) ?? refuse()
  const measures = asked.measure.map((id) => instrument.measures.find((measure) => measure.id === id) ?? refuse())
  const places = placesOf(asked, release, language)
  const periods = asked.periods.map(periodOf)
  const cells = cellsAsked(instrument, asked.by ?? [], asked.where ?? [])
  if (hasDuplicates(asked.measure) || hasDuplicates(periods.map(({ id }) => String(id)))) refuse()
  if (measures.length * places.length * periods.length * cells.length > MOST_CELLS) refuse()
  return { instrument, measures, places, periods, cells }
}

export function refuse(): never {
  throw refused()
}

function hasDuplicates(ids: readonly string[]): boolean {
  return new Set(ids).size < ids.length
}

function placesOf({ places, municipalities }: Asked, release: OpenRelease, language: Language): AskedPlace[] {
  const named = (places ?? []).map((id) => placeOf(id, release, language))
  const own = municipalities ? [ownGroup(municipalities, release, language)] : []
  const all = [...named, ...own]
  if (all.length === 0 || hasDuplicates(all.map(({ id }) => id))) refuse()
  return all
}

function placeOf(id: string, release: OpenRelease, language: Language): AskedPlace {
  const municipality = release.municipalities.get(id)
  if (municipality) return { id, name: municipality.shortName, members: [id], isGroup: false }
  const group = release.groups.get(id) ?? refuse()
  return { id, name: group.name[language], members: group.members, isGroup: true }
}

function ownGroup(members: string[], release: OpenRelease, language: Language): AskedPlace {
  if (hasDuplicates(members) || !members.every((code) => release.municipalities.has(code))) refuse()
  return { id: 'own', name: language === 'sv' ? 'Eget urval' : 'Own selection', members, isGroup: true }
}

const EARLIEST = 1990
const LATEST = 2100

function periodOf(text: string): AskedPeriod {
  const [from, to] = text.split('-').map(Number) as [number, number | undefined]
  const last = to ?? from
  if (from < EARLIEST || last > LATEST || last < from) refuse()
  const years = Array.from({ length: last - from + 1 }, (_, i) => from + i)
  return { id: years.length === 1 ? from : `${from}-${last}`, years }
}

/** Every cell of a breakdown within what was chosen; breaking down and filtering lead to the same cells. */
function cellsAsked(instrument: Instrument, by: string[], where: Choice[]): AskedCell[] {
  const dimensions = [...where.map(({ dimension }) => dimension), ...by]
  if (!isOffered(instrument, dimensions)) refuse()
  let choices: Choice[][] = [where.map((choice) => known(instrument, choice))]
  for (const dimension of by) {
    const categories = instrument.dimensions.find(({ id }) => id === dimension)!.categories
    choices = choices.flatMap((so) => categories.map(({ id }) => [...so, { dimension, category: id }]))
  }
  return choices.map((so) => ({ name: nameOfCell(so), categories: inOrder(instrument, so) }))
}

/** None, one, or one of the registered crossings in either order (disclosure rule 1). */
function isOffered({ dimensions, crossings }: Instrument, asked: string[]): boolean {
  const [one, two] = asked
  if (one === undefined) return true
  if (asked.length === 1) return dimensions.some(({ id }) => id === one)
  return asked.length === 2 && crossings.some(([a, b]) => (a === one && b === two) || (a === two && b === one))
}

function known({ dimensions }: Instrument, choice: Choice): Choice {
  const dimension = dimensions.find(({ id }) => id === choice.dimension)
  return dimension?.categories.some(({ id }) => id === choice.category) ? choice : refuse()
}

/** The choices by dimension, in the catalogue's order, so that the same cell reads the same. */
function inOrder({ dimensions }: Instrument, choices: readonly Choice[]): Record<string, string> {
  const chosen = dimensions.flatMap(({ id }) => choices.filter(({ dimension }) => dimension === id))
  return Object.fromEntries(chosen.map(({ dimension, category }) => [dimension, category]))
}
