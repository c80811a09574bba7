import type { Instrument } from '../../data/instruments/definition.ts'
import { instruments } from '../../data/instruments/index.ts'
import type { Likeness } from '../read/table.ts'
import { plainName } from './headers.ts'

const columnsOf = (instrument: Instrument): Set<string> => new Set(instrument.columns.map(({ id }) => plainName(id)))

const DECLARED = new Map(instruments.map((instrument) => [instrument.id, columnsOf(instrument)]))

/** Headings over the persons of an extract, also in other words than the template's. */
const PSEUDONYM =
  /^(?:pseudo.*|psevdo.*|(?:klient|brukar|person|individ|barn|client)[_ ]?(?:id|nr|nummer|kod|nyckel)|(?:lop|intervju)_?(?:nr|nummer|id))$/

const isPseudonym = (name: string): boolean => PSEUDONYM.test(name)

/** Columns that tables of municipalities have as well. */
const ANYWHERE = new Set(['kommun', 'kon', 'boende', 'insats', 'orsak', 'modul'])

/** How much a row looks like the header of an instrument's extract: its columns, or those of a mapping, named there. */
export function likenessTo(instrument: Instrument, headings: readonly string[] = []): Likeness {
  const declared = new Set([...(DECLARED.get(instrument.id) as Set<string>), ...headings.map(plainName)])
  return (cells) => namesIn(cells).filter((name) => declared.has(name)).length
}

const ENOUGH = 3
const ENOUGH_OF_ITS_OWN = 4

/** How much a row looks like the header of any extract; 0 where it may as well be something else. */
export const likenessToExtract: Likeness = (cells) => {
  if (cells.length < ENOUGH) return 0
  const names = namesIn(cells)
  const declared = names.filter((name) => Array.from(DECLARED.values()).some((columns) => columns.has(name)))
  const own = declared.filter((name) => !ANYWHERE.has(name))
  const isOne = (names.some(isPseudonym) && declared.length >= ENOUGH) || own.length >= ENOUGH_OF_ITS_OWN
  return isOne ? declared.length : 0
}

/** The instrument whose columns most of the names are; null where two are named as much. */
export function instrumentOf(cells: string[]): Instrument['id'] | null {
  const scores = instruments.map((instrument) => ({ id: instrument.id, score: ownScore(cells, instrument) }))
  const best = Math.max(...scores.map(({ score }) => score))
  const found = scores.filter(({ score }) => score === best)
  return found.length === 1 ? found[0]!.id : null
}

/** Columns that only this instrument has. */
function ownScore(cells: string[], { id }: Instrument): number {
  const others = Array.from(DECLARED).flatMap(([other, columns]) => (other === id ? [] : Array.from(columns)))
  const declared = DECLARED.get(id) as Set<string>
  return namesIn(cells).filter((name) => declared.has(name) && !others.includes(name)).length
}

function namesIn(cells: string[]): string[] {
  const names = cells.map((cell) => (cell === '' || cell.length > 60 ? '' : plainName(cell)))
  return [...new Set(names)].filter((name) => name !== '')
}
