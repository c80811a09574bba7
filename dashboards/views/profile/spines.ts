import type { TemplateResult } from 'lit'
import type { ProfileRow } from '../../../data/model/answers/profile.ts'
import { restOf, sureWithin } from '../../../data/model/findings/certainty.ts'
import { quoted } from '../../../data/model/findings/finding.ts'
import { isAnswer } from '../../../data/model/findings/kinds.ts'
import { missingWord } from '../../../data/model/findings/missing.ts'
import { besideMedianWord } from '../../../data/model/findings/position.ts'
import { extremesSentence } from '../../../data/model/findings/profile.ts'
import { placeOf } from '../../../data/model/findings/quarters.ts'
import { recentTrendClause } from '../../../data/model/findings/trend.ts'
import { among, childrenIn, sexOf } from '../../../data/model/findings/whom.ts'
import { isOutsideCatalogue } from '../../../data/model/indicator.ts'
import { type Lang, unitBeside, writeBare, writeValue } from '../../../data/model/numbers.ts'
import type { Area } from '../../api-client/lists.ts'
import { bandMark, bandWord, placeKey } from '../../charts/bands.ts'
import type { KeyItem } from '../../charts/key.ts'
import { restsKey } from '../../charts/rests-key.ts'
import { type SpineRow, spineChart } from '../../charts/spine.ts'
import { spinePosition } from '../../charts/spine-position.ts'
import type { Table } from '../../page/figure-table.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { span } from '../../parts/subject.ts'
import type { Profiled } from './asked.ts'
import { endsOf } from './ends.ts'
import { spinesNative } from './spines-native.ts'

/** A spine's columns stand beside each other from here on; on two lines a row they would fill a sheet an area. */
const PAPER_WIDTH = 900

/** All indicators of an area, a spine each. */
export function profileFigure(profiled: Profiled, area: Area, context: Context): TemplateResult {
  const { country, group } = profiled
  const { lang, texts, state } = context
  const inArea = country.rows.filter((row) => row.about.area === area.id)
  const rows = inArea.filter((row) => row.count > 0)
  const without = inArea.filter((row) => row.count === 0)
  const medians = new Map(group.rows.map((row) => [row.indicator, row.median]))
  return figure(
    {
      name: `profil-${area.id}-${state.municipality}`,
      finding: `${area.name}: ${extremesSentence({ name: country.name, rows }, lang)}`,
      subtitle: [texts.profile.subtitle, whomOf(rows, context), yearsOf(rows)].filter(Boolean).join(' · '),
      key: keyOf(rows, among(group.reference, lang), context),
      source: country.source,
      sample: country.sample,
      processing: texts.figure.processed.positions,
      methods: ['rank', 'band', 'measured-noise', 'quartiles', 'trend'],
      data: {
        resource: 'profile',
        question: {
          municipality: state.municipality,
          ...(isOutsideCatalogue({ area: area.id }) && state.area !== area.id
            ? { indicators: inArea.map(({ indicator }) => indicator).join(',') }
            : { area: area.id }),
          period: state.period,
          sex: state.sex,
          reference: 'all',
        },
      },
      note: withoutSentence(without, context),
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
              median: texts.profile.median,
              ...endsOf(rows, texts),
            },
          },
          { width },
        ),
    },
    context,
  )
}

/** Of which sex the values are; empty of everyone. */
const whomOf = (rows: readonly ProfileRow[], { state, lang }: Context): string =>
  sexOf({ sex: state.sex, about: { children: childrenIn(rows) } }, lang)

/** Which indicators nobody has a value of that year, and which have none at all. */
function withoutSentence(rows: readonly ProfileRow[], context: Context): string {
  const { texts, lang } = context
  const never = rows.filter(({ period }) => period === null)
  const named = (some: readonly ProfileRow[]) => some.map(({ about }) => quoted(about.short, lang)).join(', ')
  const not = rows.filter(({ period }) => period !== null)
  return [
    not.length > 0 ? texts.profile.without(named(not), whomOf(not, context)) : '',
    never.length > 0 ? texts.profile.never(named(never)) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The years of the values: `2022`, `2016–2022`. */
function yearsOf(rows: readonly ProfileRow[]): string {
  const years = rows.flatMap(({ value, period }) => (value === null || period === null ? [] : [period]))
  return years.length === 0 ? '' : span(years)
}

/** The middle half, the group's median, the places, and what the uncertainty rests on. */
function keyOf(rows: readonly ProfileRow[], whom: string, { texts }: Context): KeyItem[] {
  const known = rows.filter((row) => row.value !== null)
  return [
    { sign: 'middle-half', word: texts.profile.grey },
    { sign: 'ring', word: texts.profile.ring(whom) },
    ...placeKey(
      known.map((row) => placeOf(row.band, row)),
      texts,
    ),
    ...restsKey(known, texts),
  ]
}

function spineRow(row: ProfileRow, groupMedian: number | null, { lang, texts }: Context): SpineRow {
  const { about, value } = row
  const word = value === null ? missingWord(row.status, lang) : wordOf(row, lang, texts)
  const place = placeOf(row.band, row)
  const median = about.kind === 'yesno' ? null : groupMedian
  const written = value === null ? '' : writeValue(value, about, lang)
  const trend = recentTrendClause(row.recentTrend, lang)
  return {
    id: row.indicator,
    name: about.short,
    value: value === null ? '–' : written,
    number: value === null ? '–' : writeBare(value, about, lang),
    unit: value === null || about.kind === 'yesno' ? '' : unitBeside(about.unit),
    groupMedian: median === null ? '' : writeBare(median, about, lang),
    own: value === null ? null : spinePosition(value, row, about.direction),
    group: median === null ? null : spinePosition(median, row, about.direction),
    sure: sureAlong(row),
    mark: bandMark(place),
    word,
    base: row.period === null ? '' : texts.profile.base(row.count, row.period),
    label: [`${about.short}: ${written}`.trim(), word, row.rank === null ? '' : `${row.rank}/${row.of}`, trend]
      .filter(Boolean)
      .join(', '),
  }
}

/** Where along the spine the ends of what the value is sure within lie. */
function sureAlong(row: ProfileRow): NonNullable<SpineRow['sure']> | null {
  const sure = isAnswer(row.about) ? null : sureWithin(row, row.about.unit)
  if (sure === null) return null
  const [from, to] = [sure.from, sure.to].map((end) => spinePosition(end, row, row.about.direction))
  return from == null || to == null ? null : { from: Math.min(from, to), to: Math.max(from, to), rest: sure.rest }
}

/** The quarter; where quarters say nothing, how many share; without direction, which side of the median. */
function wordOf(row: ProfileRow, lang: Lang, { bands, profile }: Context['texts']): string {
  const place = placeOf(row.band, row)
  if (place === 'level' && row.best !== null) return sharingWord(row, row.best, profile)
  if (place !== null) return bands[place]
  if (row.median === null || row.value === null || row.value === row.median || isAnswer(row.about)) return bands.none
  return besideMedianWord(row.value < row.median, lang)
}

function sharingWord(
  { about, rank }: ProfileRow,
  { count, of }: NonNullable<ProfileRow['best']>,
  words: Words,
): string {
  if (about.kind === 'yesno') return words.alike(rank === 1 ? count - 1 : of - count - 1, of - 1)
  return rank === 1 ? words.sharesBest : words.behind(count)
}

type Words = Context['texts']['profile']

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
      { label: columns.uncertainty },
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
        row.band === null ? '' : bandWord(placeOf(row.band, row), row.value, texts),
        row.value === null ? '' : texts.restWords[restOf(row)],
        recentTrendClause(row.recentTrend, lang),
      ]
    }),
  }
}
