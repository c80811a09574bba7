import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BodyOf, Part } from '../../data/model/meetings/part.ts'
import { homeAt } from '../../data/store/home.ts'
import { openWorkspace } from '../../data/workspace/engine.ts'
import { closeDoors, meetingOfCode, newCode, newPass, passOf } from '../../data/workspace/meetings/doors.ts'
import { hold, holdsIn, letGo } from '../../data/workspace/meetings/holds.ts'
import {
  changesAfter,
  cursorOf,
  historyOf,
  partsIn,
  remove,
  type Save,
  save,
} from '../../data/workspace/meetings/parts.ts'
import { invite, isInvited, meetingsFor, takePart } from '../../data/workspace/meetings/people.ts'
import {
  citedReleases,
  deleteMeeting,
  exportMeeting,
  faultIn,
  importMeeting,
  WholeMeeting,
} from '../../data/workspace/meetings/whole.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'

const MEETING = 'meeting-0001'
let root: string
let workspace: Workspace
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'jamsides-meetings-'))
  workspace = await openWorkspace({ home: homeAt(root), database: '' })
})
afterEach(async () => {
  await workspace.close()
  rmSync(root, { recursive: true, force: true })
})

const note = (text: string): BodyOf<'note'> => ({
  kind: 'observation',
  text,
  card: null,
  municipality: null,
  point: null,
  beside: null,
  under: null,
  hidden: false,
  weight: 0,
  shared: false,
})
const meeting: BodyOf<'meeting'> = {
  title: 'Läsa tillsammans',
  purpose: '',
  date: null,
  start: null,
  group: 'fou-nordvast',
  municipalities: ['0184'],
  release: 'r1',
  previous: null,
  state: 'open',
  host: 'host-00001',
  named: true,
  blinded: false,
  place: null,
  timer: null,
}
const saving = (base: number, text: string, by = 'anna-00001', id = 'note-00001'): Save => ({
  meeting: MEETING,
  kind: 'note',
  id,
  base,
  body: note(text),
  by,
})
const put = (wish: Save) => workspace.write((transaction) => save(transaction, wish))
const textOf = (part: Part | null) => (part?.kind === 'note' ? part.body.text : null)

describe('a save', () => {
  test('over what the writer has seen is kept, with its author and its history', async () => {
    await put(saving(0, 'ett'))
    const second = await put(saving(1, 'två', 'bo-0000001'))
    expect(second).toMatchObject({ state: 'saved', part: { version: 2, author: 'anna-00001', by: 'bo-0000001' } })
    const history = await historyOf(workspace.read, MEETING, 'note-00001')
    expect(history.map(({ version, by, body }) => [version, by, (body as BodyOf<'note'>).text])).toEqual([
      [1, 'anna-00001', 'ett'],
      [2, 'bo-0000001', 'två'],
    ])
    expect(await cursorOf(workspace.read, MEETING)).toBe(history[1]!.seq)
    expect(await changesAfter(workspace.read, MEETING, history[0]!.seq)).toHaveLength(1)
  })

  test('over an older version never overwrites: the other text comes back', async () => {
    await put(saving(0, 'ett'))
    await put(saving(1, 'Annas'))
    const stale = await put(saving(1, 'Bos', 'bo-0000001'))
    expect(stale).toMatchObject({ state: 'stale', version: 2 })
    expect(textOf(stale.part)).toBe('Annas')
    expect(textOf((await partsIn(workspace.read, MEETING))[0]!)).toBe('Annas')
  })

  test('that is sent again is the same save', async () => {
    expect((await put(saving(0, 'ett'))).state).toBe('saved')
    expect((await put(saving(0, 'ett'))).state).toBe('same')
    expect((await put(saving(0, 'ett', 'bo-0000001'))).state).toBe('stale')
    expect(await historyOf(workspace.read, MEETING, 'note-00001')).toHaveLength(1)
  })

  test('twenty that race on one version: one is kept', async () => {
    await put(saving(0, 'ett'))
    const states = await Promise.all(
      Array.from({ length: 20 }, (_, at) => put(saving(1, `text ${at}`, `writer-${at}0`)).then(({ state }) => state)),
    )
    expect(states.filter((state) => state === 'saved')).toHaveLength(1)
    expect(states.filter((state) => state === 'stale')).toHaveLength(19)
  })

  test('after a removal goes on where it was, by the same author', async () => {
    await put(saving(0, 'ett'))
    const gone = { meeting: MEETING, kind: 'note', id: 'note-00001', base: 1, by: 'anna-00001' } as const
    expect((await workspace.write((transaction) => remove(transaction, gone))).state).toBe('saved')
    expect(await partsIn(workspace.read, MEETING)).toEqual([])
    expect((await put(saving(0, 'ny'))).state).toBe('stale')
    const back = await put(saving(2, 'ett', 'host-00001'))
    expect(back).toMatchObject({ state: 'saved', part: { version: 3, author: 'anna-00001' } })
  })
})

test('history cannot be rewritten', async () => {
  await put(saving(0, 'ett'))
  const rewrite = workspace.write((transaction) =>
    transaction.updateTable('meeting_change').set({ body: 'x' }).execute(),
  )
  await expect(rewrite).rejects.toThrow(/append-only/)
})

test('a code opens its session however it is typed, until it is closed or a new one made', async () => {
  const first = await workspace.write((transaction) => newCode(transaction, MEETING))
  expect(first.code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
  expect(await meetingOfCode(workspace.read, ` ${first.code.toLowerCase().replace('-', ' ')} `)).toBe(MEETING)
  const second = await workspace.write((transaction) => newCode(transaction, MEETING))
  expect(await meetingOfCode(workspace.read, first.code)).toBeNull()
  await workspace.write((transaction) => closeDoors(transaction, MEETING))
  expect(await meetingOfCode(workspace.read, second.code)).toBeNull()
  const token = await workspace.write((transaction) => newPass(transaction, MEETING, 'guest-0001'))
  expect(await passOf(workspace.read, token)).toEqual({ meeting: MEETING, participant: 'guest-0001' })
  expect(await passOf(workspace.read, `${token}x`)).toBeNull()
})

test('a common text is held by one, taken over by force, and let go', async () => {
  const take = (who: string, force = false) =>
    workspace.write((transaction) => hold(transaction, MEETING, 'note-00001', who, force))
  expect((await take('anna-00001')).participant).toBe('anna-00001')
  expect((await take('bo-0000001')).participant).toBe('anna-00001')
  expect((await take('bo-0000001', true)).participant).toBe('bo-0000001')
  await workspace.write((transaction) => letGo(transaction, MEETING, 'bo-0000001'))
  expect(await holdsIn(workspace.read, MEETING)).toEqual([])
})

test('an account finds the sessions that it takes part in, and those that invite its municipality', async () => {
  await workspace.write(async (transaction) => {
    await invite(transaction, MEETING, ['0184', '0123'])
    await invite(transaction, 'meeting-0002', ['0186'])
    await takePart(transaction, 'meeting-0002', 'account-1', 'anna-00001')
  })
  expect(await meetingsFor(workspace.read, 'account-1', ['0184'])).toEqual([MEETING, 'meeting-0002'])
  expect(await meetingsFor(workspace.read, 'account-2', ['0186'])).toEqual(['meeting-0002'])
  expect(await isInvited(workspace.read, MEETING, ['0186'])).toBe(false)
})

test('a whole session goes out as a file and in again, with its history; deleted, nothing of it is left', async () => {
  await put({ meeting: MEETING, kind: 'meeting', id: MEETING, base: 0, body: meeting, by: 'host-00001' })
  await put(saving(0, 'ett'))
  await put(saving(1, 'två'))
  const file = WholeMeeting.parse(JSON.parse(JSON.stringify(await exportMeeting(workspace.read, MEETING))))
  expect(faultIn(file)).toBeNull()
  expect(faultIn({ ...file, changes: file.changes.slice(0, 2) })).toBe('history')
  expect(await citedReleases(workspace.read)).toEqual(new Set(['r1']))
  const counted = await workspace.write((transaction) => deleteMeeting(transaction, MEETING))
  expect(counted).toEqual({ meeting: 1, note: 1 })
  expect(await exportMeeting(workspace.read, MEETING)).toMatchObject({ parts: [], changes: [] })
  await workspace.write((transaction) => importMeeting(transaction, file))
  const again = await exportMeeting(workspace.read, MEETING)
  expect(again.parts).toEqual(file.parts)
  expect(again.changes.map(({ seq, ...change }) => change)).toEqual(file.changes.map(({ seq, ...change }) => change))
  expect(await isInvited(workspace.read, MEETING, ['0184'])).toBe(true)
})
