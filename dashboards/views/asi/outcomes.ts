import { html, nothing, type TemplateResult } from 'lit'
import { HIDDEN, limitsOf, writeProtected } from '../../../data/model/findings/followup.ts'
import { outcomeSentence } from '../../../data/model/findings/followup-change.ts'
import { writeNumber } from '../../../data/model/numbers.ts'
import { type OutcomeRow, outcomeBars, type Way } from '../../charts/outcome-bars.ts'
import type { Bars } from '../../native-charts/chart.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried, figureCells, hiddenAmong } from '../followup/carried.ts'
import { faceOf } from '../followup/face.ts'
import { protectionNote } from '../followup/protection.ts'
import type { Area } from './areas.ts'
import { type Asi, OUTCOMES, RELIABLE } from './asked.ts'
import { borderIntervals, outcomeParts, type Part, type Turned } from './outcome-parts.ts'

type Told = Area & Turned

/** How many of those followed up improved, stayed and worsened, an area a bar. Of the interviewer's rating only. */
export function outcomesFigure(asi: Asi, context: Context): TemplateResult | typeof nothing {
  const { scope, undivided, areas, reading } = asi
  const rate = undivided.figure('uppfoljda', scope.place)
  if (reading !== 'skattning' || rate.value === null) return nothing
  const { lang } = context
  const words = followupIn(lang).asi
  const told = areas.map((area) => turnedIn(area, asi))
  const rows = told.map((one) => rowOf(one, context))
  return figure(
    {
      ...carried('utfall', undivided, scope, context),
      methods: ['share-interval', 'reliable-change', 'follow-up', 'protection'],
      finding: outcomeSentence(told, lang),
      subtitle: faceOf(
        {
          what: words.outcomeSubtitle,
          seen: undivided.shown(
            areas.flatMap(({ id }) => OUTCOMES.map((outcome) => `${id}_${outcome}`)),
            scope.place,
          ),
          also: [words.followedUpOf(writeProtected(rate, 'share', lang)), words.outcomeMarks],
        },
        scope,
        context,
      ),
      table: outcomeTable(told, asi, context),
      note: protectionNote(
        {
          hidden: hiddenAmong(told.flatMap(({ improved, unchanged, worsened }) => [improved, unchanged, worsened])),
          protection: undivided.protection,
          also: assumption(asi, context),
        },
        scope,
        context,
      ),
      native: () => outcomesNative(rows, context),
      chart: (width) => outcomeBars({ rows, names: words.ways }, { width }),
    },
    context,
  )
}

function turnedIn(area: Area, { undivided, scope }: Asi): Told {
  const [improved, unchanged, worsened] = OUTCOMES.map((outcome) =>
    undivided.figure(`${area.id}_${outcome}`, scope.place),
  )
  return { ...area, improved: improved!, unchanged: unchanged!, worsened: worsened! }
}

function rowOf(told: Told, { lang }: Context): OutcomeRow {
  const { asi, notShown } = followupIn(lang)
  const percent = (value: number) => writeProtected({ ...HIDDEN, value }, 'share', lang)
  const written = ({ way, from, to }: Part) => (way ? writeProtected(told[way], 'share', lang) : percent(to - from))
  const range = (from: number, to: number) => `${writeNumber(from, 0, lang)}–${percent(to)}`
  const shortly = (part: Part) => {
    const known = part.way && told[part.way].bound === 'between' ? limitsOf(told[part.way]) : null
    return known ? range(known[0], known[1]) : written(part)
  }
  const name = ({ way, from, to }: Part) => (way ? asi.ways[way] : `${asi.either}: ${range(from, to)}`)
  return {
    ...{ id: told.id, title: told.title, instead: notShown, intervals: borderIntervals(told) },
    parts: outcomeParts(told).map((part) => ({
      ...{ ...part, written: written(part), shortly: shortly(part) },
      label: `${told.title}, ${name(part)}${part.way ? ` ${written(part)}` : ''}`,
    })),
  }
}

/** What a reliable change, which stands in the table, was taken to be. */
function assumption({ areas, undivided }: Asi, { lang }: Context): TemplateResult | typeof nothing {
  const assumes = undivided.measure(`${areas[0]!.id}_${RELIABLE[0]}`)?.assumes
  if (!assumes) return nothing
  const [steps, agreement, spread] = [assumes.threshold, assumes.reliability, assumes.sdBaseline]
  const words = followupIn(lang).asi.reliable(
    writeNumber(steps, 1, lang),
    writeNumber(agreement, 2, lang),
    writeNumber(spread, 1, lang),
  )
  return html`<p>${words}</p>`
}

function outcomeTable(told: readonly Told[], { undivided, scope }: Asi, { lang }: Context): Table {
  const { columns } = followupIn(lang)
  const numeric = true
  const reliably = (area: string) => RELIABLE.map((outcome) => undivided.figure(`${area}_${outcome}`, scope.place))
  return {
    columns: [
      ...[columns.area, columns.category].map((label) => ({ label })),
      ...[`${columns.value}, %`, columns.lower, columns.upper, columns.count].map((label) => ({ label, numeric })),
    ],
    rows: told.flatMap(({ id, title, improved, unchanged, worsened }) => {
      const [better, worse] = reliably(id)
      return [
        [columns.improved, improved],
        [columns.unchanged, unchanged],
        [columns.worsened, worsened],
        [columns.reliable[0]!, better!],
        [columns.reliable[1]!, worse!],
      ].map(([label, share]) => [title, label as string, ...figureCells(share as typeof improved, 'share', lang)])
    }),
  }
}

const SERIES = [
  { way: 'improved', mark: 'better' },
  { way: null, mark: 'similar' },
  { way: 'unchanged', mark: 'similar' },
  { way: null, mark: 'similar' },
  { way: 'worsened', mark: 'worse' },
] as const

/** The same as PowerPoint draws it: the parts in their order, what may be either side's hatched. */
function outcomesNative(rows: readonly OutcomeRow[], { lang }: Context): Bars {
  const words = followupIn(lang).asi
  return {
    ...{ kind: 'bars', unit: '', decimals: 0, stacked: true },
    categories: rows.map(({ title, parts, instead }) => (parts.length > 0 ? title : `${title} – ${instead}`)),
    series: SERIES.map(({ way, mark }, at) => ({
      name: way ? words.ways[way] : words.either,
      values: rows.map(({ parts }) => widthOf(parts, way, at)),
      ...{ mark, strength: 0.5, hatched: way === null },
    })),
  }
}

/** Of the two parts that may be either side's the first stands before the unchanged, or alone. */
function widthOf(parts: OutcomeRow['parts'], way: Way | null, at: number): number | null {
  const found = parts.filter((part, place) => part.way === way && (way !== null || isOnSide(parts, place, at === 1)))
  return found.length === 0 ? null : found.reduce((sum, { from, to }) => sum + to - from, 0)
}

function isOnSide(parts: OutcomeRow['parts'], place: number, left: boolean): boolean {
  const middle = parts.findIndex(({ way }) => way === 'unchanged')
  return middle < 0 ? left : place < middle === left
}
