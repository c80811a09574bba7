import type { TemplateResult } from 'lit'
import { mapFinding } from '../../../data/model/findings/map.ts'
import { writeValue } from '../../../data/model/numbers.ts'
import { type MapKey, tileMap } from '../../charts/tile-map.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { subjectOf } from '../../parts/subject.ts'
import { alsoChosen } from './also.ts'
import type { Compared } from './asked.ts'
import { mapNative } from './native/map.ts'
import { carried, compareTable, labelOf } from './rows.ts'

/** All municipalities where they lie, coloured by their place in the country. */
export function mapFigure({ country }: Compared, context: Context): TemplateResult {
  const { state, lang, lists } = context
  const values = country.rows.map((row) => row.value).filter((value) => value !== null)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const shadeOf = (value: number | null) => (value === null ? null : (value - low) / (high - low || 1))
  const tiles = () =>
    country.rows.map((row) => ({ ...row, shade: shadeOf(row.value), label: labelOf(row, country, context) }))
  return figure(
    {
      ...carried(country, 'karta', context),
      finding: mapFinding(country, nearOf(context), lang),
      subtitle: subtitleOf(country, context),
      table: compareTable(country, context),
      native: () => mapNative(tiles(), context),
      chart: (width) =>
        tileMap(
          {
            tiles: tiles(),
            centres: lists.municipalities,
            own: state.municipality,
            group: new Set(nearOf(context).members),
            key: keyOf(country, context),
            named: new Set([...extremesOf(country), ...alsoChosen(state)]),
          },
          { width },
        ),
    },
    context,
  )
}

/** Those that the map frames; where it frames none, the own county. */
function nearOf({ state, lists }: Context): { name: string; members: readonly string[] } {
  const framed = state.group === 'all' ? undefined : lists.groups.get(state.group)
  if (framed) return framed
  const county = lists.municipalities.get(state.municipality)?.county
  const group = lists.groups.get(`county-${county?.code}`)
  return { name: county?.name ?? '', members: group?.members ?? [] }
}

/** Of what and when, what a tile is, and who is framed; the fills have their key on the map. */
function subtitleOf(country: Compared['country'], context: Context): string {
  const { texts, state, lang } = context
  const { name, members } = nearOf(context)
  return [
    subjectOf(country, state.sex, lang),
    texts.compare.map,
    members.length > 0 ? texts.compare.mapFrame(name) : '',
    texts.compare.mapBorders,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The bands that are on the map, or the palest and the deepest shade with their values; and what is missing. */
function keyOf({ rows, about }: Compared['country'], { texts, lang }: Context): MapKey[] {
  const known = rows.flatMap(({ value, band }) => (value === null ? [] : [{ value, band }]))
  const values = known.map(({ value }) => value)
  const plain = { band: null, shade: null, isMissing: false }
  const bands = (['best', 'middle', 'worst'] as const).filter((band) => known.some((one) => one.band === band))
  const shades = bands.length > 0 || values.length === 0 ? [] : [Math.min(...values), Math.max(...values)]
  return [
    ...bands.map((band) => ({ ...plain, band, word: texts.bands[band] })),
    ...[...new Set(shades)].map((value, shade) => ({ ...plain, shade, word: writeValue(value, about, lang) })),
    ...(known.length < rows.length ? [{ ...plain, isMissing: true, word: texts.bands.missing }] : []),
  ]
}

/** Where nobody is better or worse, the title names the highest and the lowest: each where it is alone. */
function extremesOf({ rows }: Compared['country']): ReadonlySet<string> {
  if (rows.some(({ band }) => band !== null)) return new Set()
  const values = rows.flatMap(({ value }) => value ?? [])
  const ends = [Math.min(...values), Math.max(...values)].map((end) => rows.filter(({ value }) => value === end))
  return new Set(
    ends.filter(({ length }) => length === 1).flatMap((alone) => alone.map(({ municipality }) => municipality)),
  )
}
