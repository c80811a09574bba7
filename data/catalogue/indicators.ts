import { z } from 'zod'
import { type Area, type Indicator, indicatorSchema, koladaIdSchema } from '../model/indicator.ts'
import type { Localized } from '../model/localized.ts'
import { duplicates, type Entry } from './check.ts'
import { readOtherWords } from './other-words.ts'
import { type Problem, refuse } from './problem.ts'
import { bilingual, flag, number, readTable } from './table.ts'

const factsFile = 'indicators.csv'
const meaningsFile = 'meanings.csv'

const meaningSchema = indicatorSchema.pick({ id: true, says: true, matters: true, directionReason: true })
/** What stands under review here is Kolada's, and says who reviewed it and when. */
const factsSchema = indicatorSchema
  .omit({ says: true, matters: true, directionReason: true, unitText: true, grades: true, otherWords: true })
  .extend({
    id: koladaIdSchema,
    source: z.literal('Kolada'),
    checkedBy: z.string().min(1),
    reviewed: z.iso.date(),
    nextReview: z.iso.date(),
  })
type Meaning = z.infer<typeof meaningSchema>
type Facts = z.infer<typeof factsSchema>

const factColumns = (
  'id area sub core title.sv title.en short.sv short.en unit kind direction bySex children yesNoCoding multiplier ' +
  'scale.min scale.max base baseReason.sv baseReason.en decimals source discontinued checkedBy reviewed nextReview'
).split(' ')
const meaningColumns = 'id says.sv says.en matters.sv matters.en directionReason.sv directionReason.en'.split(' ')

/** Joins the two indicator files and the units to the indicators; every reference is checked. */
export function readIndicators(
  facts: string,
  meanings: string,
  units: Record<string, Localized>,
  areas: readonly Area[],
  bases: readonly Indicator[],
  grades: ReadonlyMap<string, NonNullable<Indicator['grades']>>,
  otherWords: string,
): Indicator[] {
  const entries = readTable(factsFile, facts, factsSchema, factColumns, factsOf)
  const texts = readTable(meaningsFile, meanings, meaningSchema, meaningColumns, meaningOf)
  refuse([
    ...duplicates(factsFile, 'id', entries, (indicator) => indicator.id),
    ...duplicates(factsFile, 'short.sv', entries, (indicator) => indicator.short.sv),
    ...duplicates(meaningsFile, 'id', texts, (meaning) => meaning.id),
  ])
  refuse([
    ...entries.flatMap((entry) => linkProblems(entry, [...entries.map((one) => one.value), ...bases], units, areas)),
    ...joinProblems(entries, texts),
  ])
  const found = readOtherWords(
    otherWords,
    entries.map(({ value }) => value),
    areas,
  )
  const meaningById = new Map(texts.map(({ value }) => [value.id, value]))
  return entries.map(({ value }) => ({
    ...value,
    ...meaningById.get(value.id)!,
    unitText: units[value.unit]!,
    grades: grades.get(value.id) ?? null,
    otherWords: found.get(value.id) ?? [],
  }))
}

function factsOf(cells: Record<string, string>): unknown {
  const scale = { min: number(cells['scale.min']), max: number(cells['scale.max']) }
  return {
    id: cells.id,
    area: cells.area,
    sub: cells.sub || null,
    core: flag(cells.core),
    title: bilingual(cells, 'title'),
    short: bilingual(cells, 'short'),
    unit: cells.unit,
    kind: cells.kind,
    direction: cells.direction,
    bySex: flag(cells.bySex),
    children: flag(cells.children),
    yesNoCoding: cells.yesNoCoding || null,
    multiplier: number(cells.multiplier),
    scale: scale.min === null && scale.max === null ? null : scale,
    base: cells.base || null,
    baseReason: cells['baseReason.sv'] || cells['baseReason.en'] ? bilingual(cells, 'baseReason') : null,
    decimals: number(cells.decimals),
    source: cells.source,
    discontinued: number(cells.discontinued),
    checkedBy: cells.checkedBy,
    reviewed: cells.reviewed,
    nextReview: cells.nextReview,
  }
}

function meaningOf(cells: Record<string, string>): unknown {
  return {
    id: cells.id,
    says: bilingual(cells, 'says'),
    matters: bilingual(cells, 'matters'),
    directionReason: bilingual(cells, 'directionReason'),
  }
}

function linkProblems(
  { row, value }: Entry<Facts>,
  countable: readonly Pick<Indicator, 'id' | 'kind'>[],
  units: Record<string, Localized>,
  areas: readonly Area[],
): Problem[] {
  const area = areas.find(({ id }) => id === value.area)
  const below = countable.find(({ id }) => id === value.base)
  const { sub, base, baseReason, multiplier } = value
  const wrong: [boolean, string, string][] = [
    [!area, 'area', `okänt område "${value.area}"`],
    [!!area && sub !== null && !area.subs.some(({ id }) => id === sub), 'sub', `okänt avsnitt "${sub}" i området`],
    [!(value.unit in units), 'unit', `okänd enhet "${value.unit}"`],
    [!!base && !below, 'base', `okänd indikator "${base}"`],
    [!!below && below.kind !== 'count', 'base', `"${base}" är inget antal och kan inte vara nämnare`],
    [(base === null) !== (baseReason !== null), 'baseReason', 'ska stå där nämnare saknas och bara där'],
    [!!below && multiplier === null, 'multiplier', 'en nämnare kräver att det står per hur många värdet gäller'],
    [
      (value.kind === 'yesno') !== (value.yesNoCoding !== null),
      'yesNoCoding',
      'ska stå för ja/nej och bara för ja/nej',
    ],
    [value.nextReview <= value.reviewed, 'nextReview', 'nästa granskning ska vara senare än den förra'],
  ]
  return wrong.filter(([is]) => is).map(([, column, message]) => ({ file: factsFile, row, column, message }))
}

function joinProblems(entries: readonly Entry<Facts>[], texts: readonly Entry<Meaning>[]): Problem[] {
  const described = new Set(texts.map(({ value }) => value.id))
  const known = new Set(entries.map(({ value }) => value.id))
  return [
    ...entries
      .filter(({ value }) => !described.has(value.id))
      .map(({ row, value }) => ({
        file: factsFile,
        row,
        column: 'id',
        message: `"${value.id}" saknas i ${meaningsFile}`,
      })),
    ...texts
      .filter(({ value }) => !known.has(value.id))
      .map(({ row, value }) => ({ file: meaningsFile, row, column: 'id', message: `okänd indikator "${value.id}"` })),
  ]
}
