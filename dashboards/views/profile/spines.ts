import type { TemplateResult } from 'lit'
import type { ProfileRow } from '../../../data/model/answers/profile.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { extremesSentence } from '../../../data/model/findings/profile.ts'
import { recentTrendClause } from '../../../data/model/findings/trend.ts'
import { sexOf } from '../../../data/model/findings/whom.ts'
import { asSentence, unitBeside, writeBare, writeValue } from '../../../data/model/numbers.ts'
import type { Area } from '../../api-client/lists.ts'
import { bandKey, bandMark, bandWord } from '../../charts/bands.ts'
import { type SpineRow, spineChart } from '../../charts/spine.ts'
import { spinePosition } from '../../charts/spine-position.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import type { Profiled } from './asked.ts'
import { spinesNative } from './spines-native.ts'

/** A spine's columns stand beside each other from here on; on two lines a row they would fill a sheet an area. */
const PAPER_WIDTH = 900

/** All indicators of an area, a spine each. */
export function profileFigure(profiled: Profiled, area: Area, context: Context): TemplateResult {
  const { country, group } = profiled
  const { lang, texts, state } = context
  const inArea = country.rows.filter((row) => row.about.area === area.id)
  const rows = inArea.filter((row) => row.count > 0)
  const without = inArea.filter((row) => row.count === 0).map((row) => row.about.short)
  const medians = new Map(group.rows.map((row) => [row.indicator, row.median]))
  return figure(
    {
      name: `profil-${area.id}-${state.municipality}`,
      finding: `${area.name}: ${extremesSentence({ name: country.name, rows }, lang)}`,
      subtitle: [sexOf({ sex: state.sex }, lang), subtitleOf(rows, group.reference.name, context)]
        .filter(Boolean)
        .join(' · '),
      source: country.source,
      sample: country.sample,
      processing: texts.figure.processed.positions,
      methods: ['rank', 'band', 'quartiles', 'trend'],
      data: {
        resource: 'profile',
        question: {
          municipality: state.municipality,
          area: area.id,
          period: state.period,
          sex: state.sex,
          reference: 'all',
        },
      },
      note: without.length > 0 ? texts.profile.without(without.join(', ')) : '',
      table: profileTable(rows, medians, profiled, context),
      native: () =>
        spinesNative(
          rows.map((row) => ({ numbers: row, drawn: spineRow(row, medians.get(row.indicator) ?? null, context) })),
          medians,
          group.reference.name,
          context,
        ),
      paperWidth: PAPER_WIDTH,
      chart: (width) =>
        spineChart(
          {
            rows: rows.map((row) => spineRow(row, medians.get(row.indicator) ?? null, context)),
            heads: {
              own: country.name,
              group: group.reference.id === 'all' ? texts.profile.median : texts.profile.groupMedian,
              worst: texts.profile.worst,
              median: texts.profile.median,
              best: texts.profile.best,
            },
          },
          { width },
        ),
    },
    context,
  )
}

function subtitleOf(rows: readonly ProfileRow[], group: string, { texts }: Context): string {
  const known = rows.filter((row) => row.value !== null)
  return [
    asSentence(texts.profile.grey),
    texts.profile.ring(group),
    bandKey(
      known.map((row) => row.band),
      texts,
    ),
  ].join(' · ')
}

function spineRow(row: ProfileRow, groupMedian: number | null, { lang, texts }: Context): SpineRow {
  const { about, value } = row
  const word = value === null ? missingWord(row.status, lang) : wordOf(row, lang === 'sv', texts.bands)
  const written = value === null ? '' : writeValue(value, about, lang)
  const trend = recentTrendClause(row.recentTrend, lang)
  return {
    id: row.indicator,
    name: about.short,
    value: value === null ? '–' : written,
    number: value === null ? '–' : writeBare(value, about, lang),
    unit: value === null || about.kind === 'yesno' ? '' : unitBeside(about.unit),
    groupMedian: groupMedian === null ? '' : writeBare(groupMedian, about, lang),
    own: value === null ? null : spinePosition(value, row, about.direction),
    group: groupMedian === null ? null : spinePosition(groupMedian, row, about.direction),
    mark: bandMark(row.band),
    word,
    base: row.period === null ? '' : texts.profile.base(row.count, row.period),
    label: [`${about.short}: ${written}`.trim(), word, row.rank === null ? '' : `${row.rank}/${row.of}`, trend]
      .filter(Boolean)
      .join(', '),
  }
}

/** The band; without direction, which side of the median. */
function wordOf(row: ProfileRow, swedish: boolean, bands: Context['texts']['bands']): string {
  if (row.band !== null) return bands[row.band]
  if (row.median === null || row.value === null || row.value === row.median) return bands.none
  if (row.value < row.median) return swedish ? 'lägre än medianen' : 'below the median'
  return swedish ? 'högre än medianen' : 'above the median'
}

function profileTable(
  rows: readonly ProfileRow[],
  medians: ReadonlyMap<string, number | null>,
  { country, group }: Profiled,
  { texts, lang }: Context,
): Table {
  const { columns } = texts
  const numeric = true
  return {
    columns: [
      { label: columns.indicator },
      { label: columns.unit },
      { label: columns.year, numeric },
      { label: country.name, numeric },
      { label: columns.q1, numeric },
      { label: columns.median, numeric },
      { label: columns.q3, numeric },
      { label: columns.groupMedian(group.reference.name), numeric },
      { label: columns.rank, numeric },
      { label: columns.band },
      { label: columns.trend },
    ],
    rows: rows.map((row) => {
      const bare = (value: number | null) => (value === null ? '' : writeBare(value, row.about, lang))
      return [
        row.about.short,
        row.about.unit,
        row.period === null ? '' : String(row.period),
        row.value === null ? missingWord(row.status, lang) : bare(row.value),
        ...[row.q1, row.median, row.q3, medians.get(row.indicator) ?? null].map(bare),
        row.rank === null ? '' : `${row.rank}/${row.of}`,
        row.band === null ? '' : bandWord(row.band, row.value, texts),
        recentTrendClause(row.recentTrend, lang),
      ]
    }),
  }
}
