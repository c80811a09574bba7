import { catalogue } from '../../../data/catalogue/index.ts'
import type { PublishedIndicator, Reading } from '../reading.ts'
import { similarGroup } from './similar.ts'

type Metadata = { id: string; title: string } & Record<string, unknown>

/** Whether an entry of a page describes an indicator, a municipality or a group rather than holding values. */
export function isMetadata(entry: unknown): entry is Metadata {
  if (typeof entry !== 'object' || entry === null) return false
  const { id, title } = entry as Record<string, unknown>
  return typeof id === 'string' && typeof title === 'string'
}

/** Reads the description of an indicator of the catalogue, or a group of municipalities like one another. */
export function readMetadata(entry: Metadata, row: number, reading: Reading): void {
  if (Array.isArray(entry.members)) similarGroup(entry, row, reading)
  else if (describesIndicator(entry)) reading.describe(descriptionOf(entry))
}
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

const describesIndicator = (entry: Metadata) =>
  'is_divided_by_gender' in entry && catalogue().indicatorById.has(entry.id)

function descriptionOf({ id, title, description, publication_date }: Metadata): PublishedIndicator {
  return { id, title, description: textOf(description), nextPublication: textOf(publication_date) }
}
