import type { TemplateResult } from 'lit'
import { mapFinding } from '../../../data/model/findings/map.ts'
import { bandKey } from '../../charts/bands.ts'
import { tileMap } from '../../charts/tile-map.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
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
            group: new Set(state.group === 'all' ? [] : lists.groups.get(state.group)?.members),
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

function subtitleOf({ rows }: Compared['country'], { state, texts, lists }: Context): string {
  const group = state.group === 'all' ? undefined : lists.groups.get(state.group)
  return [
    texts.compare.map,
    group ? texts.compare.mapFrame(group.name) : '',
    bandKey(
      rows.filter((row) => row.value !== null).map((row) => row.band),
      texts,
    ),
    rows.some((row) => row.value === null) ? texts.compare.missingHatched : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
