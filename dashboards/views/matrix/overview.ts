import type { TemplateResult } from 'lit'
import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import { quoted } from '../../../data/model/findings/finding.ts'
import { matrixFinding } from '../../../data/model/findings/matrix.ts'
import { placeOf } from '../../../data/model/findings/quarters.ts'
import { childrenIn, sexOf } from '../../../data/model/findings/whom.ts'
import { placeKey } from '../../charts/bands.ts'
import { cellGrid, cellGridSheets } from '../../charts/cell-grid.ts'
import type { KeyItem } from '../../charts/key.ts'
import { fileName } from '../../exports/file-name.ts'
import type { FigureSpec } from '../../page/figure-spec.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { ordered, rowsLeft } from './choices.ts'
import { drawnGrid } from './drawn-grid.ts'
import { grid } from './grid.ts'
import { nativeGrid } from './native-grid.ts'
import { hasValue } from './only.ts'
import { overviewTable } from './overview-table.ts'
import { gapKey } from './read-cell.ts'
import { sheetFor } from './sheet.ts'

/** In the whole picture the indicators' names have room beside their cells. */
const WHOLE = 720

/**
 * The overview with everything that a figure offers: on its own page a grid to walk about in, elsewhere drawn.
 * @param shown the rows that are kept, in their order
 */
export function overviewFigure(answer: MatrixAnswer, shown: MatrixAnswer, context: Context): TemplateResult {
  const caption = captionOf(context)
  return figure(specOf(answer, shown, context), context, {
    className: `matrix ${sheetFor(shown.rows.length, shown.columns.length)}`,
    caption,
    subtitle: gapKey(shown.rows, context),
    body: () => grid(shown, caption, context),
  })
}

function specOf(answer: MatrixAnswer, shown: MatrixAnswer, context: Context): FigureSpec {
  const { texts, state, lang } = context
  const drawn = () => drawnGrid(shown, context)
  return {
    name: `oversikt-${fileName(groupOf(context))}-${state.area}`,
    finding: matrixFinding(answer, namesOf(answer), lang),
    subtitle: subtitleOf(answer, shown, context),
    key: keyOf(shown, context),
    note: withoutSentence(answer, context),
    chart: (width) => cellGrid(drawn(), { width: Math.max(WHOLE, width) }),
    sheets: {
      draw: (width) => cellGridSheets(drawn(), { width }),
      tooMany: texts.matrix.tooLarge(shown.rows.length, shown.columns.length),
    },
    get table() {
      return overviewTable(shown, context)
    },
    grid: () => nativeGrid(drawn(), texts.columns.indicator),
    source: answer.source,
    sample: answer.sample,
    processing: texts.figure.processed.overview,
    methods: ['band', 'rank', 'measured-noise', 'trend'],
    data: { resource: 'matrix', question: questionOf(shown, state) },
  }
}

/** Names of the municipalities by their codes. */
export const namesOf = ({ columns, names }: MatrixAnswer): Map<string, string> =>
  new Map(columns.map((code, at) => [code, names[at]!]))

const groupOf = ({ lists, state }: Context): string => lists.groups.get(state.group)?.name ?? ''

const captionOf = (context: Context): string =>
  context.texts.matrix.caption(
    groupOf(context),
    context.lists.areas.get(context.state.area)?.name ?? context.texts.choose.allAreas,
  )

function subtitleOf(answer: MatrixAnswer, shown: MatrixAnswer, context: Context): string {
  const { texts, state, lang } = context
  const own = namesOf(answer).get(state.municipality)
  return [
    captionOf(context),
    sexOf({ sex: state.sex, about: { children: childrenIn(shown.rows) } }, lang),
    texts.matrix.subtitle(state.period),
    rowsLeft(shown.rows.length, answer, context),
    ordered(shown, context),
    own === undefined ? '' : texts.matrix.framed(own),
    gapKey(shown.rows, context),
  ]
    .filter(Boolean)
    .join(' · ')
}

const RESTS = ['stated', 'measured', 'unknown'] as const

/** What the signs in the cells mean. */
function keyOf({ rows }: MatrixAnswer, { texts }: Context): KeyItem[] {
  const known = rows.flatMap((row) =>
    row.cells.filter(({ value }) => value !== null).map((cell) => ({ ...cell, place: placeOf(cell.band, row) })),
  )
  const judged = known.filter(({ place }) => place === 'best' || place === 'worst')
  const { doubts } = texts.matrix
  return [
    ...placeKey(
      known.map(({ place }) => place),
      texts,
    ),
    ...(judged.some(({ comparison }) => comparison === 'similar')
      ? [{ sign: 'open', word: doubts.chance } as const]
      : []),
    ...(judged.some(({ uncertainty }) => uncertainty === 'unknown')
      ? [{ sign: 'small', word: doubts.unknown } as const]
      : []),
    ...(known.some(({ trend }) => trend !== null && trend !== 'none')
      ? [{ sign: 'moving', word: texts.matrix.moving } as const]
      : []),
    ...RESTS.filter((rest) => known.some(({ uncertainty }) => uncertainty === rest)).map((sign) => ({
      sign,
      word: texts.rests[sign],
    })),
  ]
}

/** Which indicators stand in no row, because nobody here has a value. */
function withoutSentence({ rows }: MatrixAnswer, { texts, lang, state }: Context): string {
  if (state.only !== '') return ''
  const names = rows.filter((row) => !hasValue(row)).map(({ about }) => quoted(about.short, lang))
  return names.length === 0 ? '' : texts.matrix.without(names.join(', '))
}

/** The rows by name where they are chosen or ordered, so that a file holds what is on the screen. */
const questionOf = ({ rows }: MatrixAnswer, { group, area, period, sex, only, sort }: Context['state']) => ({
  group,
  area: area === 'all' ? '' : area,
  indicators: only === '' && sort === '' ? '' : rows.map(({ indicator }) => indicator).join(','),
  period,
  sex,
})
