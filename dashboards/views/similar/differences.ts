import type { TemplateResult } from 'lit'
import type { SimilarAnswer } from '../../../data/model/answers/similar.ts'
import { differencesFinding } from '../../../data/model/findings/similar.ts'
import { writeBare, writeNumber, writeValue } from '../../../data/model/numbers.ts'
import { type Difference, differenceBars } from '../../charts/difference-bars.ts'
import type { NativeChart } from '../../exports/figure.ts'
import { figure } from '../../parts/figure.ts'
import type { Table } from '../../parts/table.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import type { Context } from '../view.ts'

type Neighbour = SimilarAnswer['neighbours'][number]
type Measure = SimilarAnswer['indicators'][number]

/** The index taken apart: how each neighbour differs from the municipality in each measure. */
export function differencesFigure(answer: SimilarAnswer, context: Context): TemplateResult {
  const { texts, lang, state } = context
  const words = exploringIn(context.lang).similar
  const measures = answer.indicators.filter(({ weight }) => weight > 0)
  return figure(
    {
      name: `liknande-${answer.municipality}`,
      finding: differencesFinding(answer, lang),
      subtitle: words.subtitle(answer.name),
      source: answer.source,
      sample: answer.sample,
      processing: words.processing,
      methods: ['likeness'],
      data: {
        resource: 'similar',
        question: { municipality: answer.municipality, indicators: state.measures, weights: state.weights },
      },
      table: tableOf(answer, measures, context),
      native: nativeOf(answer, words.distance),
      chart: (width) =>
        differenceBars(
          {
            differences: answer.neighbours.flatMap((one) =>
              measures.map((measure) => differenceOf(one, measure, answer, context)),
            ),
            rows: answer.neighbours.map((one) => ({ ...one, distance: writeNumber(one.distance, 2, lang) })),
            measures: measures.map(({ indicator, about }) => ({ id: indicator, title: about.short })),
            missing: texts.bands.missing,
          },
          { width },
        ),
    },
    context,
  )
}

/** A document draws the distances; what they are made of stands in the table. */
const nativeOf = ({ neighbours }: SimilarAnswer, unit: string): NativeChart => ({
  kind: 'bars',
  unit,
  decimals: 2,
  categories: neighbours.map(({ name }) => name),
  series: [{ name: unit, values: neighbours.map(({ distance }) => distance) }],
  own: [],
})

const partOf = (neighbour: Neighbour, { indicator }: Measure) =>
  neighbour.parts.find((part) => part.indicator === indicator)

function differenceOf(neighbour: Neighbour, measure: Measure, answer: SimilarAnswer, context: Context): Difference {
  const { municipality, name } = neighbour
  const part = partOf(neighbour, measure)
  const label = labelOf(neighbour, measure, answer, context)
  const unknown = !part || part.own === null || part.theirs === null || !measure.sd
  const difference = unknown ? null : (part.theirs! - part.own!) / measure.sd!
  return { municipality, name, measure: measure.indicator, difference, label }
}

/** What is read out: `Nacka, utrikes födda: 21,0 %, Solna 24,0 %; 3 % av avståndet`. */
function labelOf(neighbour: Neighbour, measure: Measure, answer: SimilarAnswer, { texts, lang }: Context): string {
  const words = exploringIn(lang).similar
  const part = partOf(neighbour, measure)
  const write = (value: number | null | undefined) =>
    value === null || value === undefined ? texts.bands.missing : writeValue(value, measure.about, lang)
  const start = `${neighbour.name}, ${measure.about.short}: ${write(part?.theirs)}, ${answer.name} ${write(part?.own)}`
  return typeof part?.part === 'number' ? `${start}; ${words.part(writeNumber(100 * part.part, 0, lang))}` : start
}

function tableOf(answer: SimilarAnswer, measures: readonly Measure[], { texts, lang }: Context): Table {
  const words = exploringIn(lang).similar
  const bare = (value: number | null | undefined, { about }: Measure) =>
    value === null || value === undefined ? texts.bands.missing : writeBare(value, about, lang)
  const own = measures.map((measure) =>
    bare(answer.neighbours[0] && partOf(answer.neighbours[0], measure)?.own, measure),
  )
  return {
    columns: [
      { label: texts.columns.municipality },
      { label: words.distance, numeric: true },
      ...measures.map(({ about }) => ({ label: [about.short, about.unit].filter(Boolean).join(', '), numeric: true })),
    ],
    rows: [
      [answer.name, writeNumber(0, 2, lang), ...own],
      ...answer.neighbours.map((one) => [
        one.name,
        writeNumber(one.distance, 2, lang),
        ...measures.map((measure) => bare(partOf(one, measure)?.theirs, measure)),
      ]),
    ],
  }
}
