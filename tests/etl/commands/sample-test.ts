import { expect, test } from 'vitest'
import { asiClients } from '../../../data/sample/asi-clients.ts'
import { rememberStores } from '../../../data/store/before.ts'
import { openFigures } from '../../../data/store/figures.ts'
import { listReleases } from '../../../data/store/release.ts'
import { listExtracts, openVault } from '../../../data/store/vault.ts'
import { load } from '../../../etl/commands/load.ts'
import type { Context } from '../../../etl/commands/outcome.ts'
import { release } from '../../../etl/commands/release.ts'
import { rollback } from '../../../etl/commands/releases.ts'
import { sample } from '../../../etl/commands/sample.ts'
import { withdraw } from '../../../etl/commands/withdraw.ts'
import { csvOf } from '../../fixtures/extracts.ts'
import { copiedHome, emptyHome, inRelease, sharedHome, temporaryFile } from '../../fixtures/home.ts'

const SMALL = { clients: 2, seed: 1, years: '2022-2023' }
const sampled = sharedHome((context) => sample(context, SMALL))
const csv = () => temporaryFile('k.csv', 'kpi,municipality,period,gender,value\nN31807,0184,2021,T,5\n')
const asi = () => {
  const rows = [...asiClients({ seed: 1, municipalities: ['0184'], years: [2023], perYear: 15 })]
  return temporaryFile('asi.csv', csvOf(rows))
}

async function extractsIn({ home }: Context) {
  const vault = await openVault(home.vault)
  try {
    return await listExtracts(vault.connection)
  } finally {
    vault.close()
  }
}

test('a sample is marked as one, in its release and of its values', async () => {
  const context = await sampled()
  expect(listReleases(context.home)[0]).toMatchObject({ sample: true })
  expect(await inRelease(context, 'SELECT sample FROM release')).toEqual([{ sample: true }])
  expect(await inRelease(context, 'SELECT DISTINCT source FROM value')).toEqual([{ source: 'sample' }])
  expect((await extractsIn(context)).map((extract) => extract.sample)).toEqual([true, true])
})

test('the first real values empty the sample of values and of clients, and the load says so', async () => {
  const context = copiedHome(await sampled())
  const { object, lines } = await load(context, [csv()], { release: true })
  expect(object).toMatchObject({ sampleEmptied: true, added: 1, revised: 0 })
  expect(lines[0]).toContain('Exempeldata är borttagna')
  expect(await inRelease(context, 'SELECT value, previous_value FROM value')).toEqual([
    { value: 5, previous_value: null },
  ])
  expect(await extractsIn(context)).toEqual([])
  expect(listReleases(context.home)[0]).toMatchObject({ sample: false })
})

test('the first real clients empty the sample of values too', async () => {
  const context = copiedHome(await sampled())
  const { object } = await load(context, [asi()], { release: true })
  expect(object).toMatchObject({ ok: true, source: 'asi', sampleEmptied: true })
  expect(await inRelease(context, 'SELECT count(*)::INTEGER AS n FROM value')).toEqual([{ n: 0 }])
  const [manifest] = listReleases(context.home)
  expect(manifest).toMatchObject({ sample: false, sources: [{ source: 'asi', rows: null, file: null }] })
})

test('no sample is put among real values', async () => {
  const context = emptyHome()
  await load(context, [csv()], { release: true })
  await expect(sample(context, SMALL)).rejects.toThrow('riktiga uppgifter')
  expect(await inRelease(context, 'SELECT value FROM value')).toEqual([{ value: 5 }])
})

test('values and clients are loaded together or not at all', async () => {
  const context = emptyHome()
  const bad = temporaryFile('asi.csv', csvOf([{ pseudo_id: 'x' }]))
  const refused = await load(context, [csv(), bad], { release: true })
  expect(refused.exit).toBe(1)
  expect(await extractsIn(context)).toEqual([])
  const { object } = await load(context, [csv(), asi()], { release: true })
  expect(object).toMatchObject({ source: 'kolada,asi', added: 1 })
  expect(await extractsIn(context)).toHaveLength(1)
})

test('an extract can be withdrawn', async () => {
  const context = emptyHome()
  await load(context, [csv(), asi()], { release: true })
  const [extract] = await extractsIn(context)
  await expect(withdraw(context, 'asi-000000000000', { release: true })).rejects.toThrow(extract!.id)
  expect((await withdraw(context, extract!.id, { release: true })).object).toMatchObject({ parts: ['0184 2023'] })
  expect(await extractsIn(context)).toEqual([])
  const earlier = listReleases(context.home)[1]!.id
  await expect(rollback(context, earlier)).rejects.toThrow('tagits bort')
})

test('what a load had written to one store when it was killed before the other is taken back by the next run', async () => {
  const context = emptyHome()
  await load(context, [csv()], { release: false })
  rememberStores(context.home)
  const figures = await openFigures(context.home.figures)
  await figures.connection.run('UPDATE stored_figure SET value = 6')
  figures.close()
  await release(context)
  expect(await inRelease(context, 'SELECT value FROM value')).toEqual([{ value: 5 }])
})
