import { type Group, groupSchema } from '../model/group.ts'
import { type Municipality, municipalitySchema, type Region, regionSchema } from '../model/municipality.ts'
import { duplicates, type Entry } from './check.ts'
import { readList } from './json.ts'
import { type Problem, refuse } from './problem.ts'
import { bilingual, number, readTable } from './table.ts'

const municipalitiesFile = 'municipalities.csv'
const regionsFile = 'regions.csv'
const groupsFile = 'groups.json'

const municipalityColumns = 'code name shortName countyCode countyName skrCode skrName population lon lat'.split(' ')

/** In the file a group of all, a county or an SKR group has no members: they follow from the municipalities. */
const storedGroupSchema = groupSchema.partial({ members: true })
type StoredGroup = Omit<Group, 'members'> & { members?: string[] | undefined }

export function readMunicipalities(text: string): Entry<Municipality>[] {
  const entries = readTable(municipalitiesFile, text, municipalitySchema, municipalityColumns, (cells) => ({
    ...cells,
    population: number(cells.population),
    lon: number(cells.lon),
    lat: number(cells.lat),
  }))
  refuse([
    ...duplicates(municipalitiesFile, 'code', entries, ({ code }) => code),
    ...duplicates(municipalitiesFile, 'shortName', entries, ({ shortName }) => shortName),
  ])
  return entries
}

export function readRegions(text: string): Region[] {
  const entries = readTable(regionsFile, text, regionSchema, ['code', 'name.sv', 'name.en'], (cells) => ({
    code: cells.code,
    name: bilingual(cells, 'name'),
  }))
  refuse(duplicates(regionsFile, 'code', entries, ({ code }) => code))
  return entries.map(({ value }) => value)
}

/** The curated groups, with members that are all known; every county and SKR group of a municipality has its group. */
export function readGroups(text: string, municipalities: readonly Entry<Municipality>[]): Group[] {
  const entries = readList(groupsFile, text, storedGroupSchema)
  const filled = entries.map(({ row, value }) => ({ row, value: withMembers(value, municipalities) }))
  const known = new Set(municipalities.map(({ value }) => value.code))
  refuse([
    ...duplicates(groupsFile, 'id', entries, ({ id }) => id),
    ...filled.flatMap((entry) => memberProblems(entry, known)),
    ...homeProblems(municipalities, new Set(entries.map(({ value }) => value.id))),
  ])
  return filled.map(({ value }) => value)
}

function withMembers(group: StoredGroup, municipalities: readonly Entry<Municipality>[]): Group {
  if (group.members) return { ...group, members: group.members }
  const members = municipalities.filter(({ value }) => homesOf(value).includes(group.id)).map(({ value }) => value.code)
  return { ...group, members }
}

function homesOf(municipality: Municipality): string[] {
  return ['all', `county-${municipality.countyCode}`, `skr-${municipality.skrCode}`]
}

function memberProblems({ row, value }: Entry<Group>, known: ReadonlySet<string>): Problem[] {
  const problem = (message: string) => ({ file: groupsFile, row, column: 'members', message })
  const strange = value.members.filter((code) => !known.has(code))
  const twice = value.members.filter((code, index) => value.members.indexOf(code) < index)
  return [
    ...(value.members.length === 0 ? [problem(`gruppen "${value.id}" har inga kommuner`)] : []),
    ...strange.map((code) => problem(`okänd kommunkod "${code}" i gruppen "${value.id}"`)),
    ...twice.map((code) => problem(`kommunkoden "${code}" står två gånger i gruppen "${value.id}"`)),
  ]
}

function homeProblems(municipalities: readonly Entry<Municipality>[], groups: ReadonlySet<string>): Problem[] {
  return municipalities.flatMap(({ row, value }) => {
    const [, county, skr] = homesOf(value) as [string, string, string]
    const problem = (column: string, code: string) => ({
      file: municipalitiesFile,
      row,
      column,
      message: `okänd kod "${code}"`,
    })
    return [
      ...(groups.has(county) ? [] : [problem('countyCode', value.countyCode)]),
      ...(groups.has(skr) ? [] : [problem('skrCode', value.skrCode)]),
    ]
  })
}
