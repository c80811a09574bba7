import type { CompareAnswer } from '../../../../data/model/answers/compare.ts'
import { isQuarter, type Place } from '../../../../data/model/findings/quarters.ts'
import { type Tile, tileLayout, tileMiddle } from '../../../charts/tile-layout.ts'
import { markOf } from '../../../native-charts/band.ts'
import type { Tiles } from '../../../native-charts/chart.ts'
import type { Context } from '../../../page/view.ts'

type Row = CompareAnswer['rows'][number] & {
  place: Place
  /** Name, value and place in words. */
  label: string
  /** 0–1 among the known values. */
  shade: number | null
}

/** The palest shade of an indicator without direction, as on the page. */
const PALEST = 0.18

/** The map of municipalities as shapes. */
export function mapNative(rows: readonly Row[], { state, lists }: Context): Tiles {
  const layout = tileLayout([...lists.municipalities.values()])
  const group = new Set(state.group === 'all' ? [] : lists.groups.get(state.group)?.members)
  const tiles = rows.flatMap((row) => {
    const tile = layout.get(row.municipality)
    return tile ? [tileOf(row, tile, { own: state.municipality, group })] : []
  })
  return { kind: 'tiles', tiles }
}

function tileOf(row: Row, tile: Tile, { own, group }: { own: string; group: ReadonlySet<string> }) {
  const shaded = !isQuarter(row.place) && row.value !== null && row.shade !== null
  return {
    ...{ name: row.name, label: row.label, ...tileMiddle(tile) },
    mark: row.value === null ? null : markOf(isQuarter(row.place) ? row.place : null),
    strength: shaded ? PALEST + (1 - PALEST) * row.shade! : 1,
    framed: group.has(row.municipality),
    own: row.municipality === own,
  }
}
