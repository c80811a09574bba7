import type { TemplateResult } from 'lit'
import type { TrendAnswer } from '../../../data/model/answers/trend.ts'
import { groupTrendFinding } from '../../../data/model/findings/group-trend.ts'
import { isAnswer } from '../../../data/model/findings/kinds.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { trendFinding, uncertainPoint, zoneSentence } from '../../../data/model/findings/trend.ts'
import { membersOf, within } from '../../../data/model/findings/whom.ts'
import { intervalMethods } from '../../../data/model/methods.ts'
import { writeBare, writeValue } from '../../../data/model/numbers.ts'
import type { KeyItem } from '../../charts/key.ts'
import { trendChart } from '../../charts/trend.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { span, subjectOf } from '../../parts/subject.ts'
import { alsoChosen } from './also.ts'
import { type Compared, MOST_LINES } from './asked.ts'
import { middleKey, restsOf } from './keys.ts'
import { trendNative } from './native/trend.ts'

type Series = TrendAnswer['series'][number]
type Group = Compared['group']

/** The development of the own municipality, with the group's lines and the country's middle half. */
export function trendFigure({ trend, group }: Compared, context: Context): TemplateResult {
  const { state, lang, texts } = context
  const own = trend.series.find((series) => series.municipality === state.municipality)
  const others = trend.series.filter((series) => series !== own)
  return figure(
    {
      name: `utveckling-${trend.indicator}-${state.municipality}`,
      finding: own ? trendFinding(trend, state.municipality, lang) : groupTrend(trend, group, context),
      subtitle: subtitleOf(trend, context),
      key: keyOf(own, trend, group, context),
      note: own ? zoneSentence(trend, state.municipality, lang) : '',
      source: trend.source,
      sample: trend.sample,
      processing: isAnswer(trend.about) ? '' : texts.figure.processed.medians,
      methods: [
        'trend',
        ...(own?.points.some(({ lower }) => lower !== null) ? intervalMethods(trend.about.kind) : []),
        ...(own?.uncertainty === 'measured' ? (['measured-noise'] as const) : []),
        ...(isAnswer(trend.about) ? [] : (['quartiles'] as const)),
      ],
      data: {
        resource: 'trend',
        question: {
          indicator: trend.indicator,
          municipalities: namedIn(trend, context),
          reference: 'all',
          sex: trend.sex,
        },
      },
      table: trendTable(trend, own, context),
      native: () => trendNative(trend, alsoChosen(state), state.municipality, texts),
      chart: (width) =>
        trendChart(
          {
            own: (own?.points ?? []).map((point) => ({
              ...uncertainPoint(own!, point),
              label: pointLabel(point, own!, trend, context),
            })),
            ownLabel: endLabel(own, trend, context),
            others: others.flatMap(({ municipality, name, points }) =>
              points.map((point) => ({ ...point, municipality, name, label: otherLabel(name, point, trend, lang) })),
            ),
            also: alsoChosen(state),
            reference: trend.reference,
            referenceLabel: medianLabel(trend, context),
            about: trend.about,
            lang,
          },
          { width },
        ),
    },
    context,
  )
}

/** The own municipality and those shown beside it; without any, all that are drawn. */
function namedIn({ series }: TrendAnswer, { state }: Context): string {
  const named = [state.municipality, ...alsoChosen(state)].filter(Boolean)
  return (named.length > 0 ? named : series.map(({ municipality }) => municipality)).join(',')
}

function groupTrend(trend: TrendAnswer, group: Compared['group'], { lists, state, lang }: Context): string {
  const members = lists.groups.get(state.group)?.members ?? []
  return groupTrendFinding(trend, { ...group.reference, members }, lang)
}

const subtitleOf = (trend: TrendAnswer, { lang }: Context): string =>
  subjectOf({ about: trend.about, period: span(trend.reference.map(({ period }) => period)) }, trend.sex, lang)

/** Whose the lines are, and what the uncertainty of the own values rests on. */
function keyOf(own: Series | undefined, trend: TrendAnswer, group: Group, context: Context): KeyItem[] {
  const { texts } = context
  const thin = othersOf(own, trend, group, context)
  return [
    ...(own ? [{ sign: 'thick', word: own.name } as const] : []),
    ...(thin === '' ? [] : [{ sign: 'thin', word: thin } as const]),
    ...middleKey(trend, texts),
    ...restsOf(own ? own.points.map((point) => uncertainPoint(own, point)) : [], trend.about, context),
  ]
}

/** Whose the thin lines are: the group's, beside the own one where it is a member; by name where the group is too large. */
function othersOf(own: Series | undefined, { series }: TrendAnswer, group: Group, context: Context): string {
  const { texts, lang, lists, state } = context
  const others = series.filter((one) => one !== own).map(({ name }) => name)
  if (others.length === 0) return ''
  const members = lists.groups.get(state.group)?.members ?? []
  if (members.length > MOST_LINES) return others.join(', ')
  const isMember = own !== undefined && members.includes(own.municipality)
  return isMember ? texts.compare.trendOthers(within(group.reference, lang)) : membersOf(group.reference, lang)
}

const otherLabel = (
  name: string,
  { period, value }: Series['points'][number],
  { about }: TrendAnswer,
  lang: Context['lang'],
) => (value === null ? '' : `${name} ${period}: ${writeValue(value, about, lang)}`)

function pointLabel(
  point: Series['points'][number],
  own: Series,
  trend: TrendAnswer,
  { lang, texts }: Context,
): string {
  const median = trend.reference.find((one) => one.period === point.period)?.median ?? null
  const value = point.value === null ? missingWord(point.status, lang) : writeValue(point.value, trend.about, lang)
  const beside = median === null ? '' : `, ${texts.compare.medianShort(writeValue(median, trend.about, lang))}`
  return `${own.name} ${point.period}: ${value}${beside}`
}

function endLabel(own: Series | undefined, trend: TrendAnswer, { lang }: Context): string {
  const last = own?.points.findLast((point) => point.value !== null)
  if (!own || !last) return ''
  // What an answer is called stands on the axis, where its line ends.
  return isAnswer(trend.about) ? own.name : `${own.name} ${writeBare(last.value!, trend.about, lang)}`
}

function medianLabel(trend: TrendAnswer, { lang, texts }: Context): string {
  const median = trend.reference.findLast((one) => one.median !== null)?.median ?? null
  return median === null ? '' : texts.compare.medianShort(writeBare(median, trend.about, lang))
}

function trendTable(trend: TrendAnswer, own: Series | undefined, { texts, lang, state }: Context): Table {
  const { columns } = texts
  const bare = (value: number | null) => (value === null ? '' : writeBare(value, trend.about, lang))
  const beside = trend.series.filter(({ municipality }) => alsoChosen(state).has(municipality))
  return {
    columns: [
      { label: columns.year },
      ...(own ? [own.name] : []).map((label) => ({ label, numeric: true })),
      ...beside.map(({ name }) => ({ label: name, numeric: true })),
      ...[columns.lower, columns.upper, columns.median, columns.q1, columns.q3, columns.country].map((label) => ({
        label,
        numeric: true,
      })),
    ],
    rows: trend.reference.map((reference) => {
      const pointOf = ({ points }: Series) => points.find((one) => one.period === reference.period)
      const written = (series: Series) => {
        const point = pointOf(series)
        return point && point.value === null ? missingWord(point.status, lang) : bare(point?.value ?? null)
      }
      const point = own && pointOf(own)
      const limits = [
        point?.lower ?? null,
        point?.upper ?? null,
        reference.median,
        reference.q1,
        reference.q3,
        reference.country,
      ]
      return [String(reference.period), ...[...(own ? [own] : []), ...beside].map(written), ...limits.map(bare)]
    }),
  }
}
