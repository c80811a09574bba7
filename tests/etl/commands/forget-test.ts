import { expect, test } from 'vitest'
import { openLocked, rowsOf } from '../../../data/store/duckdb.ts'
import { verifyAudit } from '../../../data/workspace/audit.ts'
import { forget } from '../../../etl/commands/forget.ts'
import { load } from '../../../etl/commands/load.ts'
import { mappings } from '../../../etl/commands/mappings.ts'
import type { Context } from '../../../etl/commands/outcome.ts'
import { csvOf } from '../../fixtures/extracts.ts'
import { interviewsOf } from '../../fixtures/foreign-extract.ts'
import { workspaceOf } from '../../fixtures/hand-in.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'

const figuresIn = (context: Context) => inRelease(context, 'SELECT * FROM protected_figure ORDER BY ALL')

async function persons({ home }: Context): Promise<string[]> {
  const vault = await openLocked(home.vault)
  const rows = await rowsOf<{ id: string }>(vault.connection, 'SELECT DISTINCT pseudo_id AS id FROM asi ORDER BY id')
  vault.close()
  return rows.map(({ id }) => id)
}

test('a person’s rows are gone, the gate stands, and the same file does not bring them back', async () => {
  const context = emptyHome()
  const file = temporaryFile('uttag.csv', csvOf(interviewsOf('0184', { perYear: 30 })))
  expect(await load(context, [file], { release: true })).toMatchObject({ exit: 0 })
  const [before, shown] = [await persons(context), await figuresIn(context)]
  expect(shown.length).toBeGreaterThan(0)

  const person = before[0]!
  await expect(forget(context, 'ingen-sadan', { kommun: '0184', release: true })).rejects.toThrow('ingen person')
  expect(() => forget(context, person, { release: true })).toThrow('--kommun')
  await expect(forget(context, person, { kommun: '0183', release: true })).rejects.toThrow('ingen person')
  const outcome = await forget(context, person, { kommun: '0184', release: true })
  expect(outcome).toMatchObject({ exit: 0, object: { municipality: '0184' } })
  expect(JSON.stringify(outcome)).not.toContain(person)
  expect(await persons(context)).toEqual(before.slice(1))
  expect(await figuresIn(context)).toEqual(shown)

  await load(context, [file], { release: true })
  expect(await persons(context)).toEqual(before.slice(1))
  const workspace = await workspaceOf(context)
  expect(await verifyAudit(workspace.read)).toMatchObject({ state: 'whole' })
  const lines = await workspace.read.selectFrom('audit').selectAll().execute()
  expect(lines.map(({ action }) => action)).toContain('person.forgotten')
  expect(JSON.stringify(lines)).not.toContain(person)
  await workspace.close()
  expect(await mappings(context, undefined)).toMatchObject({ exit: 0, object: { mappings: [] } })
})
