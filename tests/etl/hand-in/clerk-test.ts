import { existsSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { uploadFile } from '../../../data/store/upload-files.ts'
import { verifyAudit } from '../../../data/workspace/audit.ts'
import { approveUpload, withdrawUpload } from '../../../data/workspace/upload-decisions.ts'
import { takeNextUpload } from '../../../data/workspace/uploads.ts'
import { doUploads } from '../../../etl/hand-in/clerk.ts'
import { csvOf } from '../../fixtures/extracts.ts'
import { foreignExtract, interviewsOf } from '../../fixtures/foreign-extract.ts'
import { filesHolding } from '../../fixtures/grep.ts'
import { handIn, standing, workspaceOf } from '../../fixtures/hand-in.ts'
import { emptyHome, inRelease } from '../../fixtures/home.ts'

const extract = (perYear = 40) => csvOf(interviewsOf('0184', { perYear }))
const approval = { account: 'data-manager', acknowledged: [], fourEyes: false }

describe('what has been handed in', () => {
  it('is checked in order: ready, or refused and then gone without a trace', async () => {
    const context = emptyHome()
    const workspace = await workspaceOf(context)
    const good = await handIn(context, workspace, { content: extract() })
    const named = await handIn(context, workspace, { content: extract().replace('k0184', '19811218-9876') })
    const foreign = await handIn(context, workspace, { content: foreignExtract('0184') })
    const neighbour = await handIn(context, workspace, { content: extract(), municipality: '0183' })
    const bomb = await handIn(context, workspace, { content: gzipSync(Buffer.alloc(500 * 1024 * 1024, 'a;')) })
    await doUploads(context.settings)

    const ready = await standing(workspace, good)
    expect(ready).toMatchObject({ state: 'ready', failure: null })
    expect(existsSync(uploadFile(context.home, good))).toBe(true)
    const preview = JSON.parse(ready.preview!)
    expect(preview.years).toMatchObject([{ year: 2023, before: null, gate: 'first' }])
    expect(preview.years[0].after % 5).toBe(0)

    const refused = await Promise.all([named, foreign, neighbour, bomb].map((id) => standing(workspace, id)))
    expect(refused.map(({ state }) => state)).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(refused.map(({ report }) => Object.keys(JSON.parse(report!).counts))).toEqual([
      expect.arrayContaining(['identity']),
      expect.arrayContaining(['undeclared-column']),
      expect.arrayContaining(['foreign-municipality']),
      [expect.stringMatching(/^file-/)],
    ])
    expect(JSON.parse(refused[1]!.proposal!).mapping.columns.kon).toEqual({ from: 'Kön', codes: expect.anything() })
    expect(readdirSync(context.home.uploads)).toEqual([good])
    expect(filesHolding(context.home.root, '19811218')).toEqual([])
    expect(filesHolding(context.home.root, 'Beroendeenheten')).toEqual([])

    await workspace.write(async (transaction) => approveUpload(transaction, await standing(workspace, good), approval))
    await doUploads(context.settings)
    const published = await standing(workspace, good)
    expect(published).toMatchObject({ state: 'published', work: null, preview: null })
    expect(await inRelease(context, 'SELECT id FROM release')).toEqual([{ id: published.release }])
    expect(readdirSync(context.home.uploads)).toEqual([])

    const again = await handIn(context, workspace, { content: extract(42) })
    await doUploads(context.settings)
    expect(JSON.parse((await standing(workspace, again)).preview!).years[0]).toMatchObject({ gate: 'fewer-than-ten' })
    await workspace.write(async (transaction) => approveUpload(transaction, await standing(workspace, again), approval))
    await doUploads(context.settings)
    expect(await standing(workspace, again)).toMatchObject({
      state: 'waiting',
      waits_for: 'gate',
      reason: 'fewer-than-ten',
    })

    await workspace.write(async (transaction) =>
      withdrawUpload(transaction, await standing(workspace, again), 'data-manager'),
    )
    await doUploads(context.settings)
    expect(await standing(workspace, again)).toMatchObject({ state: 'withdrawn', work: null })
    expect(await inRelease(context, 'SELECT * FROM protected_figure LIMIT 1')).toEqual([])
    expect(await verifyAudit(workspace.read)).toMatchObject({ state: 'whole' })
    await workspace.close()
  })

  it('and was being checked by a clerk that is gone is checked again', async () => {
    const context = emptyHome()
    const workspace = await workspaceOf(context)
    const id = await handIn(context, workspace, { content: extract(12) })
    await takeNextUpload(workspace)
    expect(await standing(workspace, id)).toMatchObject({ state: 'checking' })
    await doUploads(context.settings)
    expect(await standing(workspace, id)).toMatchObject({ state: 'ready' })
    await workspace.close()
  })
})
