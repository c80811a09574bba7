import assert from 'node:assert/strict'
import {
  bytesOnShelf,
  fileOf,
  listSources,
  removeSource,
  saveFile,
  saveSource,
  saveText,
  sourceOf,
  textOf,
} from '../../data/workspace/shelf/sources.ts'
import { findSources } from '../../data/workspace/shelf/words.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'

const about = (title: string) => ({ title, author: '', year: 2020, theme: '', url: '' })

async function shelve(workspace: Workspace, id: string, title: string, text: string): Promise<void> {
  await workspace.write(async (transaction) => {
    await saveSource(transaction, { id, base: 0, source: about(title), account: 'anna' })
    await saveText(transaction, (await sourceOf(transaction, id))!, text)
  })
}

/** What the workspace promises of the knowledge shelf. */
export const shelfContract: Record<string, (workspace: Workspace) => Promise<void>> = {
  'finds a source by the beginning of any of its words, whatever language the server sorts by': async (workspace) => {
    await shelve(workspace, 'source-0001', 'Öppna jämförelser', 'Åtgärder för äldre')
    await shelve(workspace, 'source-0002', 'Åldrande', 'öppenvård och åtgärdsplan')
    assert.deepEqual(await findSources(workspace.read, 'åtgärd'), ['source-0001', 'source-0002'])
    assert.deepEqual(await findSources(workspace.read, 'ÖPP'), ['source-0001', 'source-0002'])
    assert.deepEqual(await findSources(workspace.read, 'öppen'), ['source-0002'])
    assert.deepEqual(await findSources(workspace.read, 'åtgärd äldre'), ['source-0001'])
    assert.deepEqual(await findSources(workspace.read, 'gärder'), [])
  },

  'keeps a file in pieces and gives it back byte for byte; removed, nothing is left': async (workspace) => {
    await shelve(workspace, 'source-0001', 'Rapport', 'text')
    const file = Buffer.from(Array.from({ length: 1_000_000 }, (_, at) => (at * 7) % 256))
    await workspace.write(async (transaction) =>
      saveFile(transaction, (await sourceOf(transaction, 'source-0001'))!, file),
    )
    assert.ok((await fileOf(workspace.read, 'source-0001'))!.equals(file))
    assert.equal(await bytesOnShelf(workspace.read), file.length)
    assert.deepEqual(
      (await listSources(workspace.read)).map(({ bytes, letters, version }) => [bytes, letters, version]),
      [[file.length, 4, 3]],
    )
    await workspace.write((transaction) => removeSource(transaction, 'source-0001'))
    assert.equal(await fileOf(workspace.read, 'source-0001'), null)
    assert.equal(await textOf(workspace.read, 'source-0001'), '')
    assert.deepEqual(await findSources(workspace.read, 'rapport'), [])
  },
}
