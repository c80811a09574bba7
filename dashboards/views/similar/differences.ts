import type { TemplateResult } from 'lit'
import type { SimilarAnswer } from '../../../data/model/answers/similar.ts'
import { differencesFinding } from '../../../data/model/findings/similar.ts'
import { writeBare, writeNumber, writeValue } from '../../../data/model/numbers.ts'
import { type Difference, differenceBars } from '../../charts/difference-bars.ts'
import type { Bars, Panels } from '../../native-charts/chart.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { exploringIn } from '../../text/exploring/index.ts'

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
      native: () => nativeOf(answer, measures, context),
      chart: (width) =>
        differenceBars(
          {
            differences: answer.neighbours.flatMap((one) =>
              measures.map((measure) => differenceOf(one, measure, answer, context)),
            ),
            rows: answer.neighbours.map((one) => ({ ...one, distance: writeNumber(one.distance, 2, lang) })),
            measures: measures.map(({ indicator, about }) => ({ id: indicator, title: about.short })),
            missing: texts.bands.missing,
            lang,
          },
          { width },
        ),
    },
    context,
  )
}

/** Charts side by side that can be read on a slide. */
const ACROSS = 3
const A_SLIDE = 6

/** A chart a measure, all on one scale: bars to the left have less, to the right more. */
function nativeOf(answer: SimilarAnswer, measures: readonly Measure[], { lang }: Context): Panels {
  const { neighbours } = answer
  const categories = neighbours.map(({ name, distance }) => `${name} ${writeNumber(distance, 2, lang)}`)
  const panels = measures.map((measure): Bars => {
    const values = neighbours.map((one) => deviationOf(one, measure))
    const series = [{ name: measure.about.short, values, mark: 'group' as const }]
    return { kind: 'bars', title: measure.about.short, unit: '', decimals: 1, categories, series }
  })
  const reach = Math.max(1, ...panels.flatMap(({ series }) => series[0]!.values.map((value) => Math.abs(value ?? 0))))
  const scale = { min: -Math.ceil(reach), max: Math.ceil(reach) }
  return { kind: 'panels', panels: panels.map((panel) => ({ ...panel, scale })), columns: ACROSS, perSlide: A_SLIDE }
}

const partOf = (neighbour: Neighbour, { indicator }: Measure) =>
  neighbour.parts.find((part) => part.indicator === indicator)

function differenceOf(neighbour: Neighbour, measure: Measure, answer: SimilarAnswer, context: Context): Difference {
  const { municipality, name } = neighbour
  const label = labelOf(neighbour, measure, answer, context)
  return { municipality, name, measure: measure.indicator, difference: deviationOf(neighbour, measure), label }
}

/** Theirs less the own, in standard deviations; null where a value is missing. */
function deviationOf(neighbour: Neighbour, measure: Measure): number | null {
  const part = partOf(neighbour, measure)
  if (!part || part.own === null || part.theirs === null || !measure.sd) return null
  return (part.theirs - part.own) / measure.sd
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
