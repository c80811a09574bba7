import { ubu } from '../../data/instruments/ubu.ts'
import { ANSWERING_AGES, CHILD_ANSWERS, UBU_COLUMNS } from '../../data/instruments/ubu-columns.ts'
import type { ClientRow } from '../../data/sample/clients.ts'
import { type Random, randomFrom } from '../../data/sample/random.ts'
import { inLetters, pick } from './clients.ts'

/** How often each code of a dimension occurs, in the catalogue's order. */
const WEIGHTS: Record<string, number[]> = {
  kon: [48, 51, 1],
  aldersgrupp: [8, 10, 14, 18, 16, 24, 10],
  modul: [45, 20, 15, 20],
  lagrum: [70, 30],
  placeringsform: [20, 30, 10, 5, 15, 5, 5, 10],
  orsak: [25, 20, 5, 10, 15, 10, 5, 5, 5],
}

const RATINGS = UBU_COLUMNS.map(({ id }) => id).filter((id) => /^(barn|vardnadshavare|socialsekreterare)_/.test(id))
const EMPTY: ClientRow = Object.fromEntries(UBU_COLUMNS.map(({ id }) => [id, null]))

/** Invented children of one municipality's year, each with one yearly follow-up; attributes and ratings apart from one another. */
export function children(seed: string, municipality: string, year: number, persons: number): ClientRow[] {
  const random = randomFrom(`${seed} children ${municipality} ${year}`)
  return Array.from({ length: persons }, (_, i) =>
    withOwnAnswers({
      ...EMPTY,
      pseudo_id: inLetters(`u${municipality}-${year}-${String(i).padStart(5, '0')}`),
      kommun: municipality,
      manad: `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`,
      tillfalle: 'arlig',
      ...Object.fromEntries(ubu.dimensions.map(({ id, categories }) => [id, pick(random, categories, WEIGHTS[id]!)])),
      ...Object.fromEntries(RATINGS.map((column) => [column, rating(random)])),
      barn_intervjuat: null,
      vardnadshavare_intervjuad: random() < 0.8 ? 1 : 0,
      tandvard: random() < 0.85 ? 1 : 0,
      lakarundersokning: random() < 0.5 ? 1 : 0,
    }),
  )
}

/** A child answers from seven years. */
function withOwnAnswers(row: ClientRow): ClientRow {
  if (ANSWERING_AGES.includes(String(row.aldersgrupp))) return { ...row, barn_intervjuat: 1 }
  return { ...row, ...Object.fromEntries(CHILD_ANSWERS.map((column) => [column, null])) }
}

/** 1–5: six in ten rate four or five. */
function rating(random: Random): number {
  const part = random()
  return part < 0.4 ? 1 + Math.floor(random() * 3) : 4 + Math.floor(random() * 2)
}
