import { catalogue } from '../../../data/catalogue/index.ts'
import { say } from '../../language.ts'
import type { Reading } from '../reading.ts'

/** "Liknande kommuner ekonomiskt bistånd, Ale, 2023" */
const TITLE = /^Liknande kommuner (?<area>.+), (?<place>.+), (?<year>\d{4})$/

/** Kolada's areas of likeness in English; another area keeps its Swedish name. */
const ENGLISH: Record<string, string> = {
  'ekonomiskt bistånd': 'social assistance',
  socioekonomi: 'socioeconomy',
  äldreomsorg: 'care of older people',
  IFO: 'individual and family services',
  LSS: 'disability services',
}

/** Takes one of Kolada's "Liknande kommuner", with area and year in its name. Kolada's other groups are left. */
export function similarGroup(entry: { title: string; members?: unknown }, row: number, reading: Reading): void {
  const { area, place, year } = TITLE.exec(entry.title)?.groups ?? {}
  if (!area || !place || !year) return
  const municipality = catalogue().municipalities.find(({ shortName }) => shortName === place)
  const members = codesOf(entry.members)
  if (!municipality || members.length === 0) {
    reading.found(unknownGroup(row))
    return
  }
  reading.group({
    id: `similar-${slug(area)}-${municipality.code}`,
    name: {
      sv: `Liknande kommuner ${area}, ${place} (${year})`,
      en: `Municipalities like ${place}: ${ENGLISH[area] ?? area} (${year})`,
    },
    kind: 'similar',
    members,
  })
}

function codesOf(members: unknown): string[] {
  const ids = (members as { member_id?: unknown }[]).map(({ member_id }) => String(member_id))
  return ids.filter((id) => catalogue().municipalityByCode.has(id)).sort()
}

function slug(area: string): string {
  return area
    .toLowerCase()
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/[^a-z0-9]+/g, '-')
}

const unknownGroup = (row: number) => ({
  row,
  column: 'title',
  rule: 'unknown-group',
  severity: 'warning' as const,
  message: say(
    'Gruppens kommun eller medlemmar känns inte igen.',
    'The municipality or members of the group are not known.',
  ),
})
