import type { TemplateResult } from 'lit'
import type { FunnelAnswer } from '../../../data/model/answers/funnel.ts'
import { funnelFinding, isDrawn } from '../../../data/model/findings/funnel.ts'
import { intervalMethods } from '../../../data/model/methods.ts'
import { swedishOrder, writeBare, writeNumber, writeValue } from '../../../data/model/numbers.ts'
import { ask } from '../../api-client/ask.ts'
import { type BandMark, bandMark } from '../../charts/bands.ts'
import { funnelChart } from '../../charts/funnel.ts'
import type { KeyItem } from '../../charts/key.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { subjectOf } from '../../parts/subject.ts'
import { alsoChosen } from './also.ts'
import { funnelNative } from './native/funnel.ts'

type Point = FunnelAnswer['points'][number]
type Known = Point & { value: number; n: number }

/**
 * The funnel of the same indicator and year; null where it has none: no share or rate, or no known base.
 * @throws AskError
 */
export async function askFunnel(
  period: number | string,
  { state: { indicator, sex }, lang, lists }: Context,
): Promise<FunnelAnswer | null> {
  if (!['share', 'rate'].includes(lists.indicators.get(indicator)?.kind ?? '')) return null
  const answer = await ask<FunnelAnswer>('funnel', { indicator, period, reference: 'all', sex }, lang)
  return answer.pooled === null || !answer.points.some(isDrawn) || answer.limits.length === 0 ? null : answer
}

/** Who differs by more than chance, and by more than municipalities usually do. */
export function funnelFigure(funnel: FunnelAnswer, context: Context): TemplateResult {
  const { state, lang, texts } = context
  const { title, explanation } = funnelFinding(funnel, state.municipality, lang)
  const known = funnel.points.filter(isDrawn)
  const pooled = writeValue(funnel.pooled!, funnel.about, lang)
  const points = () =>
    known.map((point) => ({
      municipality: point.municipality,
      name: point.name,
      x: point.n,
      y: point.value,
      mark: markOf(point, funnel),
      label: labelOf(point, funnel, context),
    }))
  const shown = {
    own: state.municipality,
    group: new Set([...membersOf(context), ...alsoChosen(state)]),
    baseLabel: texts.compare.funnelBase[funnel.kind],
  }
  return figure(
    {
      name: `tratt-${funnel.indicator}-${funnel.period}-${state.municipality}`,
      finding: title,
      subtitle: subjectOf(funnel, state.sex, lang),
      key: keyOf(funnel, known, pooled, context),
      note: explanation,
      source: funnel.source,
      sample: funnel.sample,
      processing: texts.figure.processed.funnel,
      methods: ['funnel', ...intervalMethods(funnel.about.kind)],
      data: {
        resource: 'funnel',
        question: {
          indicator: funnel.indicator,
          period: funnel.period,
          reference: funnel.reference.id,
          sex: funnel.sex,
        },
      },
      table: funnelTable(known, funnel, context),
      native: () => funnelNative(funnel, points(), shown, context),
      chart: (width) =>
        funnelChart(
          {
            ...shown,
            points: points(),
            limits: funnel.limits,
            pooled: funnel.pooled!,
            pooledLabel: writeBare(funnel.pooled!, funnel.about, lang),
            about: funnel.about,
            lang,
          },
          { width },
        ),
    },
    context,
  )
}

const membersOf = ({ state, lists }: Context) =>
  state.group === 'all' ? [] : (lists.groups.get(state.group)?.members ?? [])

/** Only the outer, widened limits are marked: those that chance and usual differences hardly ever pass. */
function markOf({ outsideAdjusted: side }: Point, { about }: FunnelAnswer): BandMark | null {
  if (side !== 'above998' && side !== 'below998') return null
  if (about.direction === 'neutral') return bandMark(null)
  return bandMark((side === 'above998') === (about.direction === 'higher') ? 'best' : 'worst')
}

/** The limits, who lies outside them, and who is edged; all of it rests on stated bases. */
function keyOf(funnel: FunnelAnswer, known: readonly Known[], pooled: string, context: Context): KeyItem[] {
  const { compare } = context.texts
  const marks = known.flatMap((point) => markOf(point, funnel) ?? [])
  const edged = edgedNames(context)
  return [
    { sign: 'field', word: compare.funnelLimits.inner },
    { sign: 'border', word: compare.funnelLimits.outer },
    { sign: 'dashed', word: compare.funnelLimits.chance },
    { sign: 'border', word: compare.funnelPooled(pooled) },
    ...(['best', 'worst', 'none'] as const)
      .filter((name) => marks.some((mark) => mark.name === name))
      .map((sign) => ({ sign, word: compare.funnelMarks[sign] })),
    ...(edged === '' ? [] : [{ sign: 'edge', word: edged } as const]),
  ]
}

/** The group that is compared with, and those that are shown beside the own one. */
function edgedNames({ state, lists }: Context): string {
  const group = state.group === 'all' ? undefined : lists.groups.get(state.group)?.name
  const also = [...alsoChosen(state)].map((code) => lists.municipalities.get(code)?.name)
  return [group, ...also].filter((name) => name !== undefined).join(', ')
}

/** What is read out: `Solna: 71,2 %, underlag 118, innanför tratten`. */
function labelOf(point: Known, { about }: FunnelAnswer, { texts, lang }: Context): string {
  const base = texts.compare.funnelN(writeNumber(point.n, 0, lang))
  return `${point.name}: ${writeValue(point.value, about, lang)}, ${base}, ${sideWord(point, texts)}`
}

const sideWord = ({ outsideAdjusted }: Point, { compare }: Context['texts']) =>
  compare.funnelSides[outsideAdjusted ?? 'inside']

function funnelTable(known: readonly Known[], { about }: FunnelAnswer, { texts, lang }: Context): Table {
  const { columns, compare } = texts
  return {
    columns: [
      { label: columns.municipality },
      { label: `${columns.value}, ${about.unit}`, numeric: true },
      { label: columns.n, numeric: true },
      { label: compare.funnelColumn },
      { label: compare.chanceColumn },
    ],
    rows: [...known]
      .sort((a, b) => swedishOrder(a.name, b.name))
      .map((point) => [
        point.name,
        writeBare(point.value, about, lang),
        writeNumber(point.n, 0, lang),
        sideWord(point, texts),
        compare.funnelSides[point.outside ?? 'inside'],
      ]),
  }
}
