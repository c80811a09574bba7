import { expect, test } from 'vitest'
import { catalogue } from '../../data/catalogue/index.ts'
import { placeInQueue, returnToQueue, takeNextUpload, uploadOf } from '../../data/workspace/uploads.ts'
import { handIn, workspaceOf } from '../fixtures/hand-in.ts'
import { emptyHome } from '../fixtures/home.ts'

test('fifty files of 33 municipalities are taken in the order in which they came, each knowing its place', async () => {
  const context = emptyHome()
  const workspace = await workspaceOf(context)
  const codes = catalogue()
    .municipalities.slice(0, 33)
    .map(({ code }) => code)
  const ids: string[] = []
  for (let i = 0; i < 50; i++) {
    ids.push(await handIn(context, workspace, { content: `${i}`, municipality: codes[i % codes.length]! }))
  }
  const places = await Promise.all(
    ids.map(async (id) => placeInQueue(workspace.read, (await uploadOf(workspace.read, id))!)),
  )
  expect(places).toEqual(ids.map((_, place) => place))

  const taken: string[] = []
  for (let next = await takeNextUpload(workspace); next; next = await takeNextUpload(workspace)) {
    taken.push(next.id)
    if (taken.length === 10) await returnToQueue(workspace, next.id)
  }
  expect(taken).toEqual([...ids.slice(0, 10), ids[9], ...ids.slice(10)])
  await workspace.close()
})
