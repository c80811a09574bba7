import type { UploadSource } from '../model/upload.ts'
import { append } from './audit.ts'
import type { Reading, Writing } from './workspace.ts'

/** What a municipality is expected to hand in for a year, until when, and when that was done. */
export interface Expectation {
  municipality: string
  source: UploadSource
  year: number
  /** ISO day. */
  due: string
  /** When something for that year was approved; null until then. */
  handedInAt: string | null
}

type NewExpectation = Omit<Expectation, 'municipality' | 'handedInAt'> & {
  municipalities: readonly string[]
  account: string
}

/** Expects the same of several municipalities. */
export async function expectUploads(
  transaction: Writing,
  { municipalities, account, ...expected }: NewExpectation,
): Promise<void> {
  const changed_at = new Date().toISOString()
  for (const municipality of municipalities) {
    await transaction
      .insertInto('expectation')
      .values({ ...expected, municipality, account, changed_at, reminded_at: null })
      .onConflict((conflict) =>
        conflict
          .columns(['municipality', 'source', 'year'])
          .doUpdateSet({ due: expected.due, account, changed_at, reminded_at: null }),
      )
      .execute()
  }
  await append(transaction, { actor: account, action: 'upload.expected', body: { ...expected, municipalities } })
}

/** Expects nothing more of them for that year. */
export async function unexpectUploads(
  transaction: Writing,
  { municipalities, account, source, year }: Omit<NewExpectation, 'due'>,
): Promise<void> {
  await transaction
    .deleteFrom('expectation')
    .where('municipality', 'in', municipalities)
    .where('source', '=', source)
    .where('year', '=', year)
    .execute()
  const body = { source, year, municipalities }
  await append(transaction, { actor: account, action: 'upload.unexpected', body })
}

/** What is expected of some municipalities, by due date, and whether it has come: that, and never what. */
export async function listExpectations(read: Reading, municipalities: readonly string[]): Promise<Expectation[]> {
  if (municipalities.length === 0) return []
  const expected = await read
    .selectFrom('expectation')
    .select(['municipality', 'source', 'year', 'due'])
    .where('municipality', 'in', municipalities)
    .orderBy('due')
    .orderBy('municipality')
    .execute()
  const approved = await read
    .selectFrom('upload')
    .select(['municipality', 'source', 'years', 'approved_at'])
    .where('municipality', 'in', municipalities)
    .where('state', 'in', ['waiting', 'published'])
    .orderBy('approved_at')
    .execute()
  return expected.map((one) => {
    const found = approved.find(
      ({ municipality, source, years }) =>
        municipality === one.municipality && source === one.source && yearsIn(years).includes(one.year),
    )
    return { ...one, handedInAt: found?.approved_at ?? null }
  })
}

const yearsIn = (years: string | null): number[] => JSON.parse(years ?? '[]')
