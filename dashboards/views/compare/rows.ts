import type { CompareAnswer, CompareRow } from '../../../data/model/answers/compare.ts'
import { restOf, sureWithin } from '../../../data/model/findings/certainty.ts'
import { isAnswer } from '../../../data/model/findings/kinds.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { type Place, placeOf } from '../../../data/model/findings/quarters.ts'
import { among } from '../../../data/model/findings/whom.ts'
import { intervalMethods, type MethodId } from '../../../data/model/methods.ts'
import {
  type Lang,
  swedishOrder,
  writeBare,
  writeDifference,
  writeNumber,
  writeRange,
  writeValue,
} from '../../../data/model/numbers.ts'
import { bandWord } from '../../charts/bands.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'

/** Best first, highest first where there is no direction, then by name; those without a value last. */
export function inOrder({ rows, about }: CompareAnswer): CompareRow[] {
  const sign = about.direction === 'lower' ? 1 : -1
  const place = ({ value }: CompareRow) => (value === null ? Number.MAX_VALUE : sign * value)
  return [...rows].sort((a, b) => place(a) - place(b) || swedishOrder(a.name, b.name))
}

/** A row as it is drawn: at its place, with what is read out of it. */
export const drawnRow = <Row extends CompareRow>(
  row: Row,
  answer: CompareAnswer,
  context: Context,
): Row & { place: Place; label: string } => ({
  ...row,
  place: placeOf(row.band, answer),
  label: labelOf(row, answer, context),
})

/** What is read out for a municipality: `Solna: 28,1 %, bästa fjärdedelen, plats 12 av 288`. */
function labelOf(row: CompareRow, answer: CompareAnswer, { texts, lang }: Context): string {
  if (row.value === null) return `${row.name}: ${missingWord(row.status, lang)}`
  const value = writeValue(row.value, answer.about, lang)
  const sure = sureWithin(row, answer.about.unit)
  const range =
    sure === null ? '' : ` (${writeRange(sure.from, sure.to, answer.about, lang)}, ${texts.restWords[sure.rest]})`
  const band = placeOf(row.band, answer)
  const place = band === null ? '' : `, ${bandWord(band, row.value, texts)}`
  const ranks = rankRange(row)
  const rank = row.rank === null ? '' : `, ${row.rank}/${row.of}${ranks && ` (${ranks})`}`
  return `${row.name}: ${value}${range}${place}${rank}`
}

/** The ranks that the uncertainty leaves open: `6–8`; empty where it is not known. */
const rankRange = ({ rankLower, rankUpper }: CompareRow) =>
  rankLower === null || rankUpper === null ? '' : `${rankLower}–${rankUpper}`

/** The rows of a comparison as a table. */
export function compareTable(answer: CompareAnswer, context: Context): Table {
  const { texts, lang } = context
  const { columns } = texts
  const numeric = true
  const whom = among(answer.reference, lang)
  return {
    columns: [
      { label: columns.municipality },
      { label: `${columns.value}, ${answer.about.unit}`, numeric },
      { label: columns.lower, numeric },
      { label: columns.upper, numeric },
      { label: columns.n, numeric },
      { label: columns.uncertainty },
      { label: columns.difference(whom), numeric },
      { label: columns.rank, numeric },
      { label: columns.rankInterval, numeric },
      { label: columns.band },
      { label: columns.against[answer.comparedWith](whom) },
    ],
    rows: inOrder(answer).map((row) => cells(row, answer, context)),
  }
}

function cells(row: CompareRow, answer: CompareAnswer, { texts, lang }: Context): string[] {
  const { about } = answer
  const bare = (value: number | null) => (value === null ? '' : writeBare(value, about, lang))
  return [
    row.name,
    row.value === null ? missingWord(row.status, lang) : bare(row.value),
    bare(row.lower),
    bare(row.upper),
    row.n === null ? '' : writeNumber(row.n, 0, lang),
    row.value === null ? '' : uncertaintyCell(row, about, texts, lang),
    row.difference === null ? '' : writeDifference(row.difference, about, lang),
    row.rank === null ? '' : `${row.rank}/${row.of}`,
    rankRange(row),
    row.band === null ? '' : bandWord(placeOf(row.band, answer), row.value, texts),
    row.comparison === null ? '' : texts.comparisons[row.comparison],
  ]
}

/** `uppmätt, ±3,1`: what it rests on, and how far such values swing where that is measured. */
function uncertaintyCell(
  row: CompareRow,
  about: CompareAnswer['about'],
  { restWords }: Context['texts'],
  lang: Lang,
): string {
  const swing = row.margin === null ? '' : `, ±${writeBare(row.margin, about, lang)}`
  return `${restWords[restOf(row)]}${swing}`
}

/** Bands and intervals only where there are any. */
function methodsOf({ about, rows }: CompareAnswer): MethodId[] {
  if (isAnswer(about)) return []
  const certain = rows.some((row) => row.lower !== null)
  const placed = rows.some((row) => row.rank !== null)
  const banded = rows.some((row) => row.band !== null)
  return [
    ...(certain ? intervalMethods(about.kind) : []),
    ...(rows.some((row) => restOf(row) === 'measured') ? (['measured-noise'] as const) : []),
    ...(placed ? (['rank'] as const) : []),
    ...(banded ? (['band'] as const) : []),
    'reference',
    'quartiles',
  ]
}

/** What a figure of a comparison carries with it, whichever way it is drawn. */
export function carried(answer: CompareAnswer, kind: string, { state, texts }: Context) {
  return {
    name: `${kind}-${answer.indicator}-${answer.period}-${state.municipality}`,
    source: answer.source,
    sample: answer.sample,
    processing: isAnswer(answer.about) ? '' : texts.figure.processed.bands,
    methods: methodsOf(answer),
    data: {
      resource: 'compare',
      question: {
        indicator: answer.indicator,
        period: answer.period,
        group: answer.reference.id,
        reference: answer.reference.id,
        sex: answer.sex,
      },
    },
  }
}
