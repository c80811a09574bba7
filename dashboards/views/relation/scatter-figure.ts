import type { TemplateResult } from 'lit'
import type { RelationAnswer } from '../../../data/model/answers/relation.ts'
import { municipalities } from '../../../data/model/findings/finding.ts'
import { isAnswer } from '../../../data/model/findings/kinds.ts'
import { ownRelationFinding } from '../../../data/model/findings/relation.ts'
import { sexOf } from '../../../data/model/findings/whom.ts'
import { swedishOrder, writeBare, writeNumber, writeValue } from '../../../data/model/numbers.ts'
import { reachOf } from '../../charts/reach.ts'
import { type Heap, type ScatterPoint, scatter } from '../../charts/scatter.ts'
import type { FigureSpec } from '../../page/figure-spec.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { exploringIn } from '../../text/exploring/index.ts'
import { relationNative } from './relation-native.ts'

/** The two indicators against each other, with the line and where the own municipality lies beside it. */
export const scatterFigure = (answer: RelationAnswer, context: Context): TemplateResult =>
  figure(specOf(isLogarithmic(answer) || isAnswered(answer) ? { ...answer, line: [] } : answer, context), context)

/** Whether either scale is: a line would be none there. */
const isLogarithmic = ({ pairs }: RelationAnswer): boolean =>
  [pairs.map(({ x }) => x), pairs.map(({ y }) => y)].some((values) => reachOf(values, '').type === 'log')

/** Whether either was answered, yes or no or a grade: there is nothing between the answers for a line to pass. */
const isAnswered = ({ x, y }: RelationAnswer): boolean => isAnswer(x.about) || isAnswer(y.about)

/** Whether both were answered: many municipalities then lie on each other. */
const isHeaped = ({ x, y }: RelationAnswer): boolean => isAnswer(x.about) && isAnswer(y.about)

/** How many municipalities have the same two answers. */
function heapsOf({ pairs, x, y }: RelationAnswer, lang: Context['lang']): Heap[] {
  const heaps = new Map<string, { x: number; y: number; count: number }>()
  for (const pair of pairs) {
    const key = `${pair.x}|${pair.y}`
    heaps.set(key, { x: pair.x, y: pair.y, count: (heaps.get(key)?.count ?? 0) + 1 })
  }
  return [...heaps.values()].map((heap) => {
    const [along, up] = [writeValue(heap.x, x.about, lang), writeValue(heap.y, y.about, lang)]
    return { ...heap, label: `${municipalities(heap.count, lang)}: ${x.about.short} ${along}, ${y.about.short} ${up}` }
  })
}

function specOf(answer: RelationAnswer, context: Context): FigureSpec {
  const { state, lang } = context
  const words = exploringIn(context.lang).relation
  const group = membersOf(context)
  return {
    name: `samband-${answer.x.indicator}-${answer.y.indicator}-${state.municipality || 'alla'}`,
    finding: ownRelationFinding(answer, state.municipality, lang, answer.line.length > 0),
    subtitle: subtitleOf(answer, context),
    source: answer.source,
    sample: answer.sample,
    processing: words.processing,
    methods: ['correlation'],
    note: missingSentence(answer, group, context),
    data: {
      resource: 'relation',
      question: { x: answer.x.indicator, y: answer.y.indicator, period: state.period, sex: answer.sex },
    },
    table: tableOf(answer, group, context),
    native: () => relationNative(answer, group, { x: axisLabel(answer.x), y: axisLabel(answer.y) }, context),
    chart: (width) =>
      scatter(
        {
          points: answer.pairs.map((pair) => ({ ...pair, label: labelOf(pair, answer, context) })),
          ...(isHeaped(answer) && { heaps: heapsOf(answer, lang) }),
          own: state.municipality,
          group,
          line: answer.line,
          x: { ...answer.x.about, label: axisLabel(answer.x) },
          y: { ...answer.y.about, label: axisLabel(answer.y) },
          lang,
        },
        { width },
      ),
  }
}

/** The municipalities that are named: those of the group, none where that is the whole country. */
function membersOf({ state, lists }: Context): ReadonlySet<string> {
  return new Set(state.group === 'all' ? [] : lists.groups.get(state.group)?.members)
}

const axisLabel = ({ about, period }: RelationAnswer['x']) =>
  [about.short, about.unit, period].filter((part) => part !== '' && part !== null).join(', ')

function subtitleOf(answer: RelationAnswer, { state, lists, lang }: Context): string {
  const { x, y, line, pearson, n, sex } = answer
  const words = exploringIn(lang).relation
  const group = state.group === 'all' ? undefined : lists.groups.get(state.group)
  return [
    words.axes(axisLabel(x), axisLabel(y)),
    sexOf({ sex }, lang),
    isHeaped(answer) ? words.heaps : words.dots,
    group ? words.groupDots(group.name) : '',
    line.length > 0 ? words.line : '',
    isLogarithmic(answer) ? words.logarithmic : '',
    pearson === null ? '' : words.correlation(writeNumber(pearson, 2, lang), n),
  ]
    .filter(Boolean)
    .join(' · ')
}

function labelOf(pair: Omit<ScatterPoint, 'label'>, { x, y }: RelationAnswer, { lang }: Context): string {
  const [along, up] = [writeValue(pair.x, x.about, lang), writeValue(pair.y, y.about, lang)]
  return `${pair.name}: ${x.about.short} ${along}, ${y.about.short} ${up}`
}

function missingSentence({ missing }: RelationAnswer, group: ReadonlySet<string>, { state, texts }: Context): string {
  const names = missing
    .filter(({ municipality }) => group.has(municipality) || municipality === state.municipality)
    .map(({ name }) => name)
  return names.length > 0 ? texts.compare.missingIn(names.join(', ')) : ''
}

/** The own municipality first, then the group, then the others, each in Swedish order. */
function tableOf({ pairs, x, y }: RelationAnswer, group: ReadonlySet<string>, { state, texts, lang }: Context): Table {
  const nearness = (code: string) => (code === state.municipality ? 0 : group.has(code) ? 1 : 2)
  const ordered = [...pairs].sort(
    (a, b) => nearness(a.municipality) - nearness(b.municipality) || swedishOrder(a.name, b.name),
  )
  return {
    columns: [
      { label: texts.columns.municipality },
      { label: axisLabel(x), numeric: true },
      { label: axisLabel(y), numeric: true },
    ],
    rows: ordered.map((pair) => [pair.name, writeBare(pair.x, x.about, lang), writeBare(pair.y, y.about, lang)]),
  }
}
