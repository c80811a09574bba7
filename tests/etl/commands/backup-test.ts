import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { DeedName } from '../../../data/model/deeds.ts'
import { append } from '../../../data/workspace/audit.ts'
import { backup } from '../../../etl/commands/backup.ts'
import { load } from '../../../etl/commands/load.ts'
import type { Context } from '../../../etl/commands/outcome.ts'
import { restore } from '../../../etl/commands/restore.ts'
import { verify } from '../../../etl/commands/verify.ts'
import { serve } from '../../api/service.ts'
import { linesOf } from '../../fixtures/audit.ts'
import { flipByte } from '../../fixtures/damage.ts'
import { workspaceOf } from '../../fixtures/hand-in.ts'
import { copiedHome, emptyHome, inRelease, sharedHome, temporaryFile } from '../../fixtures/home.ts'
import { fewOf } from '../../fixtures/short-form.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const csv = (value: number) =>
  temporaryFile('k.csv', `kpi,municipality,period,gender,value\nN31807,0184,2021,T,${value}\n`)
const phrase = (words = 'hästar äter inte hö på söndagar') => ({
  passphraseFile: temporaryFile('phrase', `${words}\n`),
})
const SOLNA = 'SELECT value FROM value'
const published = sharedHome((context) => load(context, [csv(5)], { release: true }))

function archivePath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jamsides-backup-'))
  folders.push(folder)
  return join(folder, 'kopia.tar')
}

/** Every stored file's bytes by its name, but for the lock and the workspace, whose copy is the same in content. */
function bytesIn({ home }: Context): Record<string, string> {
  const files = readdirSync(home.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  const apart = [home.lock, home.replaced, home.unfinished, home.workspace]
  const kept = paths.filter((path) => !apart.some((one) => path.startsWith(one)))
  return Object.fromEntries(kept.map((path) => [relative(home.root, path), readFileSync(path, 'base64')]))
}

const audited = async (context: Context) => (await linesOf(context)).map(({ action }) => action)

async function note(context: Context, action: DeedName): Promise<void> {
  const workspace = await workspaceOf(context)
  await workspace.write((transaction) => append(transaction, { actor: 'test', action, object: 'x', body: {} }))
  await workspace.close()
}

test('everything stored comes back bit for bit on another machine, with the secret by its passphrase', async () => {
  const context = copiedHome(await published())
  await note(context, 'account.closed')
  const file = archivePath()
  await backup(context, file, phrase())
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(readFileSync(file).includes(readFileSync(context.home.secret))).toBe(false)
  const elsewhere = emptyHome()
  expect((await restore(elsewhere, file, phrase())).object).toMatchObject({ secret: true, replaced: null })
  expect(bytesIn(elsewhere)).toEqual(bytesIn(context))
  expect(await audited(elsewhere)).toEqual([...(await audited(context)), 'home.restored'])
  expect((await verify(elsewhere)).object).toMatchObject({ ok: true })
  expect((await load(elsewhere, [csv(5)], { release: true })).object).toMatchObject({ unchanged: 1 })
})

test('a service that runs takes what was restored into use, and what was there is kept apart', async () => {
  const context = copiedHome(await published())
  await note(context, 'account.closed')
  const file = archivePath()
  await backup(context, file, phrase())
  await load(context, [csv(6)], { release: true })
  const running = await serve(context.home)
  try {
    const solna = async () => {
      const answer = await fetch(`${running.url}/api/v1/compare?indicator=N31807&municipalities=0184`)
      return (await answer.json()).rows[0].value
    }
    expect(await solna()).toBe(6)
    const { object } = await restore(context, file, phrase())
    await expect.poll(solna).toBe(5)
    const former = (object as { replaced: string }).replaced
    expect(readdirSync(former)).toEqual(expect.arrayContaining(['current', 'figures.duckdb', 'releases']))
    expect(await audited(context)).toContain('account.closed')
  } finally {
    await running.close()
  }
})

const HARMS: [string, (file: string) => void][] = [
  ['cut off before its last entry', (file) => truncateSync(file, statSync(file).size - 2048)],
  ['cut off', (file) => truncateSync(file, Math.floor(statSync(file).size * 0.7))],
  ['flipped in one byte', (file) => flipByte(file, 0.5)],
  ['another file', (file) => writeFileSync(file, 'hej')],
]

test.each(fewOf(HARMS, 2))('an archive that is %s changes nothing', async (_, harm) => {
  const context = copiedHome(await published())
  const file = archivePath()
  await backup(context, file, phrase())
  harm(file)
  const before = bytesIn(context)
  await expect(restore(context, file, phrase())).rejects.toThrow('Ingenting är ändrat')
  expect(bytesIn(context)).toEqual(before)
  expect(await inRelease(context, SOLNA)).toEqual([{ value: 5 }])
})

test('another passphrase changes nothing, a short one is refused, and nothing is written over', async () => {
  const context = copiedHome(await published())
  const file = archivePath()
  await expect(backup(context, file, phrase('kort'))).rejects.toThrow('minst 12 tecken')
  await backup(context, file, phrase())
  await expect(backup(context, file, phrase())).rejects.toThrow('finns redan')
  const before = bytesIn(context)
  await expect(restore(context, file, phrase('en helt annan lösenfras'))).rejects.toThrow('öppnar inte')
  expect(bytesIn(context)).toEqual(before)
})
