import { catalogue } from '../../../data/catalogue/index.ts'
import { outsideCatalogue } from '../outside-catalogue.ts'
import type { PublishedIndicator, Reading } from '../reading.ts'
import { similarGroup } from './similar.ts'
import { describeUnit } from './units.ts'

type Metadata = { id: string; title: string } & Record<string, unknown>

/** Whether an entry of a page describes an indicator, a municipality, a unit or a group rather than holding values. */
export function isMetadata(entry: unknown): entry is Metadata {
  if (typeof entry !== 'object' || entry === null) return false
  const { id, title } = entry as Record<string, unknown>
  return typeof id === 'string' && typeof title === 'string'
}

/** Reads the description of an indicator or a unit, or a group of municipalities like one another. */
export function readMetadata(entry: Metadata, row: number, reading: Reading): void {
  const { id, title, members, municipality } = entry
  if (Array.isArray(members)) similarGroup(entry, row, reading)
  else if (typeof municipality === 'string') describeUnit({ id, title, municipality }, row, reading)
  else if ('is_divided_by_gender' in entry) describe(entry, reading)
}

/** Kolada's own words of an indicator; they declare it where the catalogue does not have it. */
function describe(entry: Metadata, reading: Reading): void {
  reading.describe(descriptionOf(entry))
  if (isReviewed(entry.id)) return
  reading.declare(
    outsideCatalogue({
      id: entry.id,
      title: entry.title,
      area: textOf(entry.operating_area),
      bySex: entry.is_divided_by_gender === true,
    }),
  )
}

const isReviewed = (id: string) => catalogue().indicatorById.has(id) || catalogue().bases.some((base) => base.id === id)

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

function descriptionOf({ id, title, description, publication_date }: Metadata): PublishedIndicator {
  return { id, title, description: textOf(description), nextPublication: textOf(publication_date) }
}
