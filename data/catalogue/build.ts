import { z } from 'zod'
import type { Group } from '../model/group.ts'
import { type Area, areaSchema, type Indicator } from '../model/indicator.ts'
import { localizedSchema } from '../model/localized.ts'
import type { Municipality, Region } from '../model/municipality.ts'
import { readBases } from './bases.ts'
import { duplicates } from './check.ts'
import { readGrades } from './grades.ts'
import { readIndicators } from './indicators.ts'
import { readList, readObject } from './json.ts'
import { readGroups, readMunicipalities, readRegions } from './places.ts'
import { refuse } from './problem.ts'

/** The catalogue's files, and under each name its text. */
export const fileNames = [
  'indicators.csv',
  'meanings.csv',
  'bases.csv',
  'grades.csv',
  'other-words.csv',
  'units.json',
  'areas.json',
  'municipalities.csv',
  'regions.csv',
  'groups.json',
] as const
export type CatalogueTexts = Record<(typeof fileNames)[number], string>

const unitsSchema = z.record(z.string(), localizedSchema)

/** Everything under review, in the files' order, and the same by id or code. */
export interface Catalogue {
  indicators: readonly Indicator[]
  /** Counts that others are shares of. They are fetched with those, and no others. */
  bases: readonly Indicator[]
  areas: readonly Area[]
  municipalities: readonly Municipality[]
  /** The country `0000` and the regions `00NN`. */
  regions: readonly Region[]
  groups: readonly Group[]
  indicatorById: ReadonlyMap<string, Indicator>
  areaById: ReadonlyMap<string, Area>
  municipalityByCode: ReadonlyMap<string, Municipality>
  regionByCode: ReadonlyMap<string, Region>
  groupById: ReadonlyMap<string, Group>
}

/** Checks the texts and links them; throws a CatalogueError that names file, row and column of everything wrong. */
export function buildCatalogue(texts: CatalogueTexts): Catalogue {
  const areaEntries = readList('areas.json', texts['areas.json'], areaSchema)
  refuse(duplicates('areas.json', 'id', areaEntries, ({ id }) => id))
  const areas = areaEntries.map(({ value }) => value)
  const units = readObject('units.json', texts['units.json'], unitsSchema)
  const bases = readBases(texts['bases.csv'], units)
  const indicators = readIndicators(
    texts['indicators.csv'],
    texts['meanings.csv'],
    units,
    areas,
    bases,
    readGrades(texts['grades.csv']),
    texts['other-words.csv'],
  )
  const municipalityEntries = readMunicipalities(texts['municipalities.csv'])
  const groups = readGroups(texts['groups.json'], municipalityEntries)
  const municipalities = municipalityEntries.map(({ value }) => value)
  const regions = readRegions(texts['regions.csv'])
  return {
    indicators,
    bases,
    areas,
    municipalities,
    regions,
    groups,
    indicatorById: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    areaById: new Map(areas.map((area) => [area.id, area])),
    municipalityByCode: new Map(municipalities.map((municipality) => [municipality.code, municipality])),
    regionByCode: new Map(regions.map((region) => [region.code, region])),
    groupById: new Map(groups.map((group) => [group.id, group])),
  }
}
