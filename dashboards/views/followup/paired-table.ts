import type { AggregateCell } from '../../../data/model/answers/aggregate.ts'
import type { ProtectedFigure, ProtectedKind } from '../../../data/model/findings/followup.ts'
import { placeOf, writeProtected } from '../../../data/model/findings/followup.ts'
import type { Lang } from '../../../data/model/numbers.ts'
import type { PairedRow } from '../../charts/paired-dots.ts'
import type { Table } from '../../page/figure-table.ts'
import { followupIn } from '../../text/followup/index.ts'
import { figureCells, limitsAsDrawn, spoken } from './carried.ts'
import type { Cells } from './cells.ts'
import type { Scope } from './scope.ts'

/** A measure of the place and of those it is compared with. */
export type Pair = { id: string; title: string; measure: string; own: ProtectedFigure; group: ProtectedFigure }

/** The pair as a row to draw: what is written beside the dot, and what is read out. */
export function pairedRow({ id, title, own, group }: Pair, kind: ProtectedKind, scope: Scope, lang: Lang): PairedRow {
  return {
    ...{ id, title },
    own: placeOf(own),
    ...limitsAsDrawn(own),
    group: placeOf(group),
    written: writeProtected(own, kind, lang),
    label: spoken(`${title}, ${scope.place.name}`, own, kind, lang),
    groupLabel: spoken(`${title}, ${scope.group?.name ?? ''}`, group, kind, lang),
  }
}

/**
 * Pairs as a table: a row for the place and one for the group, with how many municipalities or years they hold, and of a
 * municipality's year how many left it unanswered.
 */
export function pairedTable(
  pairs: readonly Pair[],
  kind: ProtectedKind,
  scope: Scope,
  cells: Cells,
  lang: Lang,
): Table {
  const { columns } = followupIn(lang)
  const spots = scope.group ? [scope.place, scope.group] : [scope.place]
  return {
    columns: [
      { label: columns.area },
      { label: columns.place },
      ...[columns.value, columns.lower, columns.upper, columns.count].map((label) => ({ label, numeric: true })),
      { label: columns.coverage },
      { label: columns.nonResponse, numeric: true },
    ],
    rows: pairs.flatMap(({ title, measure }) =>
      spots.map((spot) => [
        title,
        spot.name,
        ...figureCells(cells.figure(measure, spot), kind, lang),
        ...restOf(cells.cell(measure, spot)),
      ]),
    ),
  }
}

const restOf = (cell: AggregateCell | undefined): string[] => [
  cell?.coverage?.text ?? '',
  typeof cell?.nonResponse === 'number' ? String(cell.nonResponse) : '',
]
