import type { Group } from '../../data/model/group.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import type { Survey } from '../../data/model/survey.ts'
import type { Figure } from '../../data/store/figure.ts'
import type { Unit, UnitFigure } from '../../data/store/units.ts'
import type { Finding } from '../check/report.ts'
import type { Limits } from '../read/refused.ts'
import type { Sets } from './sets.ts'

/** What a source says of one of its indicators. */
export type PublishedIndicator = {
  id: string
  title: string
  description: string | null
  /** ISO date of the next publication. */
  nextPublication: string | null
}

/** Where a source's reader leaves what it finds in a file. */
export type Reading = {
  limits: Limits
  /** An indicator of the catalogue, or one that came with a file, now or before. */
  known(id: string): Indicator | undefined
  /** All of them. */
  everyKnown(): Iterable<Indicator>
  /** Indicators of Kolada's that nobody describes any more are taken under their id: it was asked for. */
  admitsUndescribed: boolean
  found(finding: Finding): void
  /** Rows, or entries of a page, have been read. */
  counted(rows?: number): void
  take(figure: Figure): void
  /** How a group has answered a question of a local survey. */
  survey(survey: Survey): void
  /** An indicator that is not in the catalogue comes with the file. */
  declare(indicator: Indicator): void
  describe(indicator: PublishedIndicator): void
  group(group: Group): void
  /** A unit of a municipality. */
  unit(unit: Unit): void
  /** The units that came before, by their ids. */
  units: ReadonlyMap<string, Unit>
  /** @returns false where the same was taken before */
  takeOfUnit(figure: UnitFigure): boolean
  /** Where figures can be taken many at a time; null where they are taken one by one. */
  sets: Sets | null
}
