import { ascending } from 'd3'
import type { TemplateResult } from 'lit'
import { isAnswer } from '../../../data/model/findings/kinds.ts'
import { mapFinding } from '../../../data/model/findings/map.ts'
import { isQuarter, placeOf } from '../../../data/model/findings/quarters.ts'
import { writeValue } from '../../../data/model/numbers.ts'
import type { KeyItem } from '../../charts/key.ts'
import { type MapKey, tileMap } from '../../charts/tile-map.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { subjectOf } from '../../parts/subject.ts'
import { alsoChosen } from './also.ts'
import type { Compared } from './asked.ts'
import { mapNative } from './native/map.ts'
import { carried, compareTable, drawnRow } from './rows.ts'

/** Pixels of a map whose names can be read and that leaves half a page to others. */
const DOCUMENT_WIDTH = 310

/** All municipalities where they lie, coloured by their place in the country. */
export function mapFigure({ country }: Compared, context: Context): TemplateResult {
  const { state, lang, lists } = context
  const shadeOf = shadesOf(country)
  const tiles = () =>
    country.rows.map((row) => ({
      ...drawnRow(row, country, context),
      shade: row.value === null ? null : shadeOf(row.value),
    }))
  return figure(
    {
      ...carried(country, 'karta', context),
      finding: mapFinding(country, nearOf(context), lang),
      subtitle: subjectOf(country, context.state.sex, context.lang),
      key: lineKey(context),
      table: compareTable(country, context),
      native: () => mapNative(tiles(), context),
      documentWidth: DOCUMENT_WIDTH,
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

/** From the palest of the lowest value, 0, to the deepest of the highest, 1. */
function shadesOf({ rows }: Compared['country']): (value: number) => number {
  const values = rows.flatMap(({ value }) => value ?? [])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return (value) => (value - low) / (high - low || 1)
}

/** Those that the map frames; where it frames none, the own county. */
function nearOf({ state, lists }: Context): { name: string; members: readonly string[] } {
  const framed = state.group === 'all' ? undefined : lists.groups.get(state.group)
  if (framed) return framed
  const county = lists.municipalities.get(state.municipality)?.county
  const group = lists.groups.get(`county-${county?.code}`)
  return { name: group?.name ?? county?.name ?? '', members: group?.members ?? [] }
}

/** What a tile and the lines are; the fills have their key on the map. */
function lineKey(context: Context): KeyItem[] {
  const { compare } = context.texts
  const { name, members } = nearOf(context)
  return [
    { sign: 'tile', word: compare.map },
    ...(members.length > 0 ? [{ sign: 'frame', word: name } as const] : []),
    { sign: 'border', word: compare.mapBorders },
  ]
}

/** The bands that are on the map, or the palest and the deepest shade with their values; and what is missing. */
function keyOf(country: Compared['country'], { texts, lang }: Context): MapKey[] {
  const { rows, about } = country
  const known = rows.flatMap(({ value, band }) => (value === null ? [] : [{ value, place: placeOf(band, country) }]))
  const values = known.map(({ value }) => value)
  const plain = { place: null, shade: null, isMissing: false }
  const bands = (['best', 'middle', 'worst'] as const).filter((band) => known.some(({ place }) => place === band))
  const ends = [Math.min(...values), Math.max(...values)]
  const shadeOf = shadesOf(country)
  const shown =
    bands.length > 0 || values.length === 0 ? [] : isAnswer(about) ? [...new Set(values)].sort(ascending) : ends
  return [
    ...bands.map((band) => ({ ...plain, place: band, word: texts.bands[band] })),
    ...[...new Set(shown)].map((value) => ({
      ...plain,
      shade: shadeOf(value),
      word: writeValue(value, about, lang),
    })),
    ...(known.length < rows.length ? [{ ...plain, isMissing: true, word: texts.bands.missing }] : []),
  ]
}

/** Where nobody is better or worse, the title names the highest and the lowest: each where it is alone. */
function extremesOf(country: Compared['country']): ReadonlySet<string> {
  const { rows } = country
  if (rows.some(({ band }) => isQuarter(placeOf(band, country)))) return new Set()
  const values = rows.flatMap(({ value }) => value ?? [])
  const ends = [Math.min(...values), Math.max(...values)].map((end) => rows.filter(({ value }) => value === end))
  return new Set(
    ends.filter(({ length }) => length === 1).flatMap((alone) => alone.map(({ municipality }) => municipality)),
  )
}
