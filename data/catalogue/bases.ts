import type { z } from 'zod'
import { type Indicator, indicatorSchema } from '../model/indicator.ts'
import type { Localized } from '../model/localized.ts'
import { duplicates } from './check.ts'
import { refuse } from './problem.ts'
import { bilingual, flag, readTable } from './table.ts'

const FILE = 'bases.csv'
const COLUMNS = 'id title.sv title.en short.sv short.en bySex'.split(' ')

const baseSchema = indicatorSchema.pick({ id: true, title: true, short: true, bySex: true })
type Base = z.infer<typeof baseSchema>

/** Reads the counts that indicators of the catalogue are shares of, and that are no indicators of it themselves. */
export function readBases(text: string, units: Record<string, Localized>): Indicator[] {
  const entries = readTable(FILE, text, baseSchema, COLUMNS, baseOf)
  refuse(duplicates(FILE, 'id', entries, ({ id }) => id))
  return entries.map(({ value }) => counting(value, units))
}

const baseOf = (cells: Record<string, string>) => ({
  id: cells.id,
  title: bilingual(cells, 'title'),
  short: bilingual(cells, 'short'),
  bySex: flag(cells.bySex),
})

const UNIT = 'antal'
const SERVES = {
  sv: 'Antalet är underlaget till andra indikatorer.',
  en: 'The number is the base of other indicators.',
}

function counting(base: Base, units: Record<string, Localized>): Indicator {
  return {
    ...base,
    area: 'bakgrund',
    sub: null,
    core: false,
    unit: UNIT,
    unitText: units[UNIT]!,
    kind: 'count',
    direction: 'neutral',
    directionReason: { sv: 'Ett underlag är varken bra eller dåligt.', en: 'A base is neither good nor bad.' },
    says: base.title,
    matters: SERVES,
    children: false,
    grades: null,
    otherWords: [],
    yesNoCoding: null,
    multiplier: null,
    scale: null,
    base: null,
    baseReason: SERVES,
    decimals: 0,
    source: 'Kolada',
    discontinued: null,
    checkedBy: null,
    reviewed: null,
    nextReview: null,
  }
}
