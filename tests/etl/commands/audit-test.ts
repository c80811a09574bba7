import { expect, test } from 'vitest'
import { listManifests } from '../../../data/store/manifest.ts'
import { accounts } from '../../../etl/commands/accounts.ts'
import { load } from '../../../etl/commands/load.ts'
import { rollback } from '../../../etl/commands/releases.ts'
import { status } from '../../../etl/commands/status.ts'
import { verify } from '../../../etl/commands/verify.ts'
import { withdraw } from '../../../etl/commands/withdraw.ts'
import { linesOf } from '../../fixtures/audit.ts'
import { csvOf } from '../../fixtures/extracts.ts'
import { interviewsOf } from '../../fixtures/foreign-extract.ts'
import { workspaceOf } from '../../fixtures/hand-in.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'

const FIGURES = 'kpi,municipality,period,gender,value\nN31807,0184,2021,T,5\nN31807,0123,2021,T,6\n'

test('a release holds where the audit log ended; verify says whether it still does, or where it was altered', async () => {
  const context = emptyHome()
  await load(context, [temporaryFile('k.csv', FIGURES)], { release: true })
  const [manifest] = listManifests(context.home)
  expect(manifest!.audit).toEqual({ seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  await accounts(context, 'invite', 'anna@solna.example', { name: 'Anna', role: ['manager:0184'] })
  const anchor = temporaryFile('anchor.json', JSON.stringify(manifest))
  expect((await verify(context, { anchor })).exit).toBe(0)

  const workspace = await workspaceOf(context)
  await workspace.write(async (transaction) => {
    await transaction.schema.dropTable('audit').execute()
  })
  await workspace.close()
  const gone = await verify(context, { anchor })
  expect([gone.exit, gone.lines.join('\n')]).toEqual([1, expect.stringContaining('workspace.sqlite')])
})

test('an anchor further on than the log is told as such', async () => {
  const context = emptyHome()
  await accounts(context, 'reset', undefined, {})
  const anchor = temporaryFile('anchor.json', JSON.stringify({ seq: 9, hash: 'a'.repeat(64) }))
  const { exit, complaint } = await verify(context, { anchor })
  expect([exit, complaint]).toEqual([1, expect.stringMatching(/kortare än sitt ankare.*slutar på rad 1/)])
  await expect(verify(context, { anchor: temporaryFile('x.json', '{}') })).rejects.toThrow(/inget ankare/)
})

test('what is withdrawn and which release is served again stand in the log, with what it was before', async () => {
  const context = emptyHome()
  await load(context, [temporaryFile('k.csv', FIGURES)], { release: true })
  const [first] = listManifests(context.home)
  const extract = temporaryFile('a.csv', csvOf(interviewsOf('0184', { perYear: 12 })))
  await load(context, [extract], { release: true })
  const { extracts } = (await status(context)).object as { extracts: { id: string }[] }
  const { id } = extracts[0]!
  await withdraw(context, id, { release: false })
  await rollback(context, first!.id)
  const told = (await linesOf(context)).slice(-2)
  expect(told.map(({ action, object }) => [action, object])).toEqual([
    ['extract.withdrawn', id],
    ['release.served-again', first!.id],
  ])
  expect(told[0]!.body).toBe('{"years":["0184 2023"]}')
})
