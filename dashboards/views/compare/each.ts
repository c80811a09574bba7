import type { TemplateResult } from 'lit'
import type { TrendAnswer } from '../../../data/model/answers/trend.ts'
import { groupTrendFinding } from '../../../data/model/findings/group-trend.ts'
import { isAnswer } from '../../../data/model/findings/kinds.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { uncertainPoint } from '../../../data/model/findings/trend.ts'
import { SHOWN_HERE } from '../../../data/model/findings/whom.ts'
import { swedishOrder, writeBare, writeValue } from '../../../data/model/numbers.ts'
import type { KeyItem } from '../../charts/key.ts'
import { smallTrends } from '../../charts/small-trends.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { span, subjectOf } from '../../parts/subject.ts'
import { codesOf } from './also.ts'
import { type Compared, MOST_LINES } from './asked.ts'
import { middleKey, restsOf } from './keys.ts'
import { eachNative } from './native/trend.ts'

type Series = TrendAnswer['series'][number]

/** The development of each municipality of the group, the own one first; nothing where it would stand alone. */
export function eachFigure({ trend, group }: Compared, context: Context): TemplateResult | string {
  const { state, lang, texts } = context
  const ordered = ownFirst(trend.series, context)
  if (ordered.length < 2) return ''
  return figure(
    {
      name: `var-for-sig-${trend.indicator}-${state.group.split('~')[0]}`,
      finding: groupTrendFinding(trend, followed(group, trend, context), lang),
      subtitle: subjectOf(
        { about: trend.about, period: span(trend.reference.map(({ period }) => period)) },
        trend.sex,
        lang,
      ),
      key: keyOf(ordered, trend, context),
      source: trend.source,
      sample: trend.sample,
      processing: isAnswer(trend.about) ? '' : texts.figure.processed.medians,
      methods: [
        ...(ordered.some(({ uncertainty }) => uncertainty === 'measured') ? (['measured-noise'] as const) : []),
        ...(isAnswer(trend.about) ? [] : (['quartiles'] as const)),
      ],
      data: {
        resource: 'trend',
        question: {
          indicator: trend.indicator,
          municipalities: ordered.map(({ municipality }) => municipality).join(','),
          reference: 'all',
          sex: trend.sex,
        },
      },
      table: tableOf(ordered, trend, context),
      native: () => eachNative(ordered, trend, state.municipality, texts),
      chart: (width) =>
        smallTrends(
          {
            trends: ordered.map(({ municipality, name, points, margin }) => ({
              municipality,
              name,
              points: points.map((point) => ({
                ...uncertainPoint({ margin }, point),
                label: labelOf(name, point, trend, context),
              })),
            })),
            own: state.municipality,
            reference: trend.reference,
            about: trend.about,
            lang,
          },
          { width },
        ),
    },
    context,
  )
}

/** Whose developments the title counts: the group's; of one too large to show, those that are shown. */
function followed({ reference }: Compared['group'], { series }: TrendAnswer, { state, lists }: Context) {
  const members = lists.groups.get(state.group)?.members ?? []
  if (members.length <= MOST_LINES) return { ...reference, members }
  return { ...SHOWN_HERE, members: series.map(({ municipality }) => municipality) }
}

/** What a panel is, and what the uncertainty of its last value rests on. */
function keyOf(series: readonly Series[], trend: TrendAnswer, context: Context): KeyItem[] {
  const { texts } = context
  const last = series.flatMap((one) => {
    const point = one.points.findLast(({ value }) => value !== null)
    return point ? [uncertainPoint(one, point)] : []
  })
  return [
    { sign: 'thick', word: texts.compare.each },
    ...middleKey(trend, texts),
    ...restsOf(last, trend.about, context),
  ]
}

/** The own one, those that are shown beside it, then the group by name. */
function ownFirst(series: readonly Series[], { state }: Context): Series[] {
  const first = [state.municipality, ...codesOf(state)]
  const placeOf = ({ municipality }: Series) =>
    first.includes(municipality) ? first.indexOf(municipality) : first.length
  return [...series].sort((a, b) => placeOf(a) - placeOf(b) || swedishOrder(a.name, b.name))
}

function labelOf(name: string, point: Series['points'][number], { about }: TrendAnswer, { lang }: Context): string {
  const value = point.value === null ? missingWord(point.status, lang) : writeValue(point.value, about, lang)
  return `${name} ${point.period}: ${value}`
}

const valueIn = ({ points }: Series, year: number) => points.find(({ period }) => period === year)

function tableOf(series: readonly Series[], { reference, about }: TrendAnswer, { texts, lang }: Context): Table {
  return {
    columns: [
      { label: texts.columns.municipality },
      ...reference.map(({ period }) => ({ label: String(period), numeric: true })),
    ],
    rows: series.map((one) => [
      one.name,
      ...reference.map(({ period }) => {
        const point = valueIn(one, period)
        if (!point) return ''
        return point.value === null ? missingWord(point.status, lang) : writeBare(point.value, about, lang)
      }),
    ]),
  }
}
