import { HIDDEN, type ProtectedFigure } from '../../../data/model/findings/followup.ts'
import type { AreaFigure, Reading } from '../../../data/model/findings/followup-areas.ts'
import type { AreaChange } from '../../../data/model/findings/followup-change.ts'
import type { Context } from '../../page/view.ts'
import { askCells, type Cells } from '../followup/cells.ts'
import { dimensionOf, isLacking, type Lacking, layScope, type Scope } from '../followup/scope.ts'
import { membersOf, type Spot } from '../followup/spots.ts'
import { type Adjusted, askAdjusted } from './adjusted.ts'
import { type Area, areasOf, baselineOf, focusedArea, readingOf } from './areas.ts'

/** Everything that the page on ASI shows. */
export type Asi = {
  scope: Scope
  areas: readonly Area[]
  reading: Reading
  undivided: Cells
  /** The municipalities of the group, each by itself; empty where there are too many to draw. */
  members: readonly Spot[]
  byMember: Cells | null
  /** The focused area's share from moderate on, adjusted for age and sex; null where there is nothing to compare within. */
  adjusted: Adjusted | null
  /** The reading broken down by sex, age and main drug. */
  by: ReadonlyMap<string, Cells>
  /** The change of each area and the share followed up, by sex. */
  changeBySex: Cells
  /** By the breakdown that was chosen; null where none was. */
  split: { id: string; cells: Cells } | null
}

const MOST_MEMBERS = 40

const SEX = 'kon'

/** The dimensions of FoU-Nordväst's compilation, beside the municipalities. */
export const GRID = [SEX, 'aldersgrupp', 'dominerande_preparat'] as const

/** @throws AskError */
export async function askAsi(context: Context): Promise<Asi | Lacking> {
  const scope = await layScope('asi', 'personer_grund', 'alkohol_skattning_forandring', context)
  if (isLacking(scope)) return scope
  const areas = areasOf(scope.instrument)
  const reading = readingOf(context.state.reading)
  const levels = areas.map((area) => baselineOf(area, reading))
  const question = { instrument: 'asi', measures: levels, spots: [scope.place], period: scope.period }
  const members = membersShown(scope, context)
  const split = splitAsked(scope, context.state.split)
  const cellsBy = (by: string) => askCells({ ...question, by }, context.lang)
  const [undivided, byMember, adjusted, chosen, changeBySex, ...grid] = await Promise.all([
    askCells({ ...question, measures: undividedMeasures(areas, reading), spots: ownAndGroup(scope) }, context.lang),
    members.length > 0 ? askCells({ ...question, spots: members }, context.lang) : null,
    members.length > 0 ? askAdjusted(scope, focusedArea(areas, context.state.focus), members, context.lang) : null,
    split === '' ? null : cellsBy(split),
    askCells({ ...question, measures: changeMeasures(areas, reading), by: SEX }, context.lang),
    ...GRID.map(cellsBy),
  ])
  return {
    ...{ scope, areas, reading, undivided, members, byMember, adjusted, changeBySex },
    by: new Map(GRID.map((id, at) => [id, grid[at]!])),
    split: chosen && { id: split, cells: chosen },
  }
}

const ownAndGroup = ({ place, group }: Scope): Spot[] => (group ? [place, group] : [place])

/** Of a group its own municipalities, else those that the place is compared with. */
function membersShown({ place, group }: Scope, context: Context): Spot[] {
  const members = membersOf(place.isGroup || !group ? place : group, context)
  return members.length > 1 && members.length <= MOST_MEMBERS ? members : []
}

function splitAsked({ instrument: { dimensions, crossings } }: Scope, split: string): string {
  const offered = [...dimensions.map(({ id }) => id), ...crossings.map((pair) => pair.join(','))]
  return offered.includes(split) ? split : ''
}

const CHANGE = ['fore', 'efter', 'forandring'] as const

const changeMeasures = (areas: readonly Area[], reading: Reading): string[] => [
  'uppfoljda',
  ...areas.flatMap((area) => CHANGE.map((when) => `${area.id}_${reading}_${when}`)),
]

export const OUTCOMES = ['forbattrade', 'oforandrade', 'forsamrade'] as const

/** Who improved or worsened by more than the rating's own unreliability can make. */
export const RELIABLE = ['forbattrade_rci', 'forsamrade_rci'] as const

function undividedMeasures(areas: readonly Area[], reading: Reading): string[] {
  return [
    'personer_grund',
    ...changeMeasures(areas, reading),
    ...areas.flatMap((area) => [
      baselineOf(area, reading),
      ...[...OUTCOMES, ...RELIABLE].map((outcome) => `${area.id}_${outcome}`),
      `${area.id}_skattning_fordelning_grund`,
      `${area.id}_skattning_minst_4_grund`,
    ]),
  ]
}

/** The areas with the place's and the group's figure at baseline. */
export function areaFigures({ areas, reading, undivided, scope: { place, group } }: Asi): AreaFigure[] {
  return areas.map((area) => {
    const measure = baselineOf(area, reading)
    return { ...area, own: undivided.figure(measure, place), group: group ? undivided.figure(measure, group) : HIDDEN }
  })
}

/** The areas with their change; none is told where it is not shown how many were followed up. */
export const areaChanges = (asi: Asi): AreaChange[] => changesIn(asi, asi.undivided)

/** A sex with the share of it followed up, and each area's change within it. */
export type SexChanges = { id: string; title: string; rate: ProtectedFigure; changes: AreaChange[] }

/** Every sex in the catalogue's order, also one of which nothing is shown. */
export function changesBySex(asi: Asi): SexChanges[] {
  const { scope, changeBySex: cells } = asi
  return dimensionOf(scope, SEX).categories.map(({ id, title }) => ({
    ...{ id, title },
    rate: cells.figure('uppfoljda', scope.place, { [SEX]: id }),
    changes: changesIn(asi, cells, { [SEX]: id }),
  }))
}

/** Whether anything is shown of the change of a sex. */
export const isShown = ({ changes }: SexChanges): boolean => changes.some(({ change }) => change.value !== null)

function changesIn(
  { areas, reading, scope: { place } }: Asi,
  cells: Cells,
  categories: Record<string, string> = {},
): AreaChange[] {
  const known = cells.figure('uppfoljda', place, categories).value !== null
  const figure = (area: Area, when: (typeof CHANGE)[number]) =>
    known ? cells.figure(`${area.id}_${reading}_${when}`, place, categories) : HIDDEN
  return areas.map((area) => ({
    ...area,
    before: figure(area, 'fore'),
    after: figure(area, 'efter'),
    change: figure(area, 'forandring'),
  }))
}
