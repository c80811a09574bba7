import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { BodyOf, Part } from '../../data/model/meetings/part.ts'
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
import { newPlacematCode, placematOfCode } from '../../data/workspace/meetings/placemats.ts'
import {
  citedReleases,
  deleteMeeting,
  exportMeeting,
  faultIn,
  importMeeting,
  WholeMeeting,
} from '../../data/workspace/meetings/whole.ts'
import { oneDigest } from '../../data/workspace/migrations/023-one-digest.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'

const MEETING = 'meeting-0001'

const note = (text: string): BodyOf<'note'> => ({
  ...{ kind: 'observation', text, card: null, municipality: null, point: null, beside: null, under: null },
  ...{ hidden: false, weight: 0, shared: false },
})
const meeting: BodyOf<'meeting'> = {
  ...{
    title: 'Läsa tillsammans',
    purpose: '',
    date: null,
    start: null,
    group: 'fou-nordvast',
    municipalities: ['0184'],
  },
  ...{ release: 'r1', previous: null, state: 'open', host: 'host-00001', named: true, blinded: false },
  ...{ place: null, timer: null },
}
const saving = (base: number, text: string, by = 'anna-00001'): Save => ({
  ...{ meeting: MEETING, kind: 'note', id: 'note-00001', base, body: note(text), by },
})
const put = (workspace: Workspace, wish: Save) => workspace.write((transaction) => save(transaction, wish))
const textOf = (part: Part | null | undefined) => (part?.kind === 'note' ? part.body.text : null)

/** What the workspace promises of the words of analysis sessions. */
export const meetingsContract: Record<string, (workspace: Workspace) => Promise<void>> = {
  'lets in whoever had a code before digests were written as they are now': async (workspace) => {
    const { code } = await workspace.write((transaction) => newCode(transaction, MEETING))
    const hex = createHash('sha256').update(code.replace('-', '')).digest('hex')
    await workspace.write((transaction) => transaction.updateTable('meeting_code').set({ code_hash: hex }).execute())
    assert.equal(await meetingOfCode(workspace.read, code), null)
    await workspace.write((transaction) => oneDigest.up(transaction as unknown as Kysely<unknown>, workspace.engine))
    assert.equal(await meetingOfCode(workspace.read, code), MEETING)
  },

  'keeps a save over what its writer has seen, with its author and its history': async (workspace) => {
    await put(workspace, saving(0, 'ett'))
    const second = await put(workspace, saving(1, 'två', 'bo-0000001'))
    assert.deepEqual([second.state, second.part?.version], ['saved', 2])
    assert.deepEqual([second.part?.author, second.part?.by], ['anna-00001', 'bo-0000001'])
    const history = await historyOf(workspace.read, MEETING, 'note-00001')
    assert.deepEqual(
      history.map(({ version, by, body }) => [version, by, (body as BodyOf<'note'>).text]),
      [
        [1, 'anna-00001', 'ett'],
        [2, 'bo-0000001', 'två'],
      ],
    )
    assert.equal(await cursorOf(workspace.read, MEETING), history[1]!.seq)
    assert.equal((await changesAfter(workspace.read, MEETING, history[0]!.seq, 10)).length, 1)
    assert.equal((await changesAfter(workspace.read, MEETING, 0, 1)).length, 1)
  },

  'never overwrites by a save over an older version: the other text comes back': async (workspace) => {
    await put(workspace, saving(0, 'ett'))
    await put(workspace, saving(1, 'Annas'))
    const stale = await put(workspace, saving(1, 'Bos', 'bo-0000001'))
    assert.equal(stale.state, 'stale')
    assert.equal(textOf(stale.part), 'Annas')
    assert.equal(textOf((await partsIn(workspace.read, MEETING))[0]), 'Annas')
  },

  'knows a save that is sent again as the same save': async (workspace) => {
    const states = [saving(0, 'ett'), saving(0, 'ett'), saving(0, 'ett', 'bo-0000001')]
    const seen: string[] = []
    for (const wish of states) seen.push((await put(workspace, wish)).state)
    assert.deepEqual(seen, ['saved', 'same', 'stale'])
    assert.equal((await historyOf(workspace.read, MEETING, 'note-00001')).length, 1)
  },

  'keeps one of twenty saves that race on one version': async (workspace) => {
    await put(workspace, saving(0, 'ett'))
    const race = Array.from({ length: 20 }, (_, at) => put(workspace, saving(1, `text ${at}`, `writer-${at}0`)))
    const states = (await Promise.all(race)).map(({ state }) => state).sort()
    assert.deepEqual(states, ['saved', ...Array(19).fill('stale')])
  },

  'goes on counting where a removed part was, by the same author': async (workspace) => {
    await put(workspace, saving(0, 'ett'))
    const gone = { meeting: MEETING, kind: 'note', id: 'note-00001', base: 1, by: 'anna-00001' } as const
    assert.equal((await workspace.write((transaction) => remove(transaction, gone))).state, 'saved')
    assert.deepEqual(await partsIn(workspace.read, MEETING), [])
    assert.equal((await put(workspace, saving(0, 'ny'))).state, 'stale')
    const back = await put(workspace, saving(2, 'ett', 'host-00001'))
    assert.deepEqual([back.state, back.part?.version, back.part?.author], ['saved', 3, 'anna-00001'])
  },

  'lets nobody rewrite the history of a session': async (workspace) => {
    await put(workspace, saving(0, 'ett'))
    const rewrite = workspace.write((transaction) =>
      transaction.updateTable('meeting_change').set({ body: 'x' }).execute(),
    )
    await assert.rejects(rewrite, /append-only/)
  },

  'opens a session by its code however it is typed, until it is closed or a new one made': async (workspace) => {
    const first = await workspace.write((transaction) => newCode(transaction, MEETING))
    assert.match(first.code, /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
    assert.equal(await meetingOfCode(workspace.read, ` ${first.code.toLowerCase().replace('-', ' ')} `), MEETING)
    const second = await workspace.write((transaction) => newCode(transaction, MEETING))
    assert.equal(await meetingOfCode(workspace.read, first.code), null)
    await workspace.write((transaction) => closeDoors(transaction, MEETING))
    assert.equal(await meetingOfCode(workspace.read, second.code), null)
    const token = await workspace.write((transaction) => newPass(transaction, MEETING, 'guest-0001'))
    assert.deepEqual({ ...(await passOf(workspace.read, token)) }, { meeting: MEETING, participant: 'guest-0001' })
    assert.equal(await passOf(workspace.read, `${token}x`), null)
  },

  "shows a municipality's placemat by its own code, and no longer by the one before": async (workspace) => {
    const make = (municipality: string) =>
      workspace.write((transaction) => newPlacematCode(transaction, MEETING, municipality))
    const [solna, other, again] = [await make('0184'), await make('0123'), await make('0184')]
    assert.match(again.code, /^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/)
    assert.equal(await placematOfCode(workspace.read, solna.code), null)
    assert.equal((await placematOfCode(workspace.read, again.code.toLowerCase()))?.municipality, '0184')
    assert.equal((await placematOfCode(workspace.read, other.code))?.municipality, '0123')
    assert.equal(await meetingOfCode(workspace.read, other.code), null)
  },

  'lets one hold a common text, another take it over by force, and the holder let go': async (workspace) => {
    const take = (who: string, force = false) =>
      workspace.write((transaction) => hold(transaction, MEETING, 'note-00001', who, force))
    assert.equal((await take('anna-00001')).participant, 'anna-00001')
    assert.equal((await take('bo-0000001')).participant, 'anna-00001')
    assert.equal((await take('bo-0000001', true)).participant, 'bo-0000001')
    await workspace.write((transaction) => letGo(transaction, MEETING, 'bo-0000001'))
    assert.deepEqual(await holdsIn(workspace.read, MEETING), [])
  },

  'finds the sessions that an account takes part in, and those that invite its municipality': async (workspace) => {
    await workspace.write(async (transaction) => {
      await invite(transaction, MEETING, ['0184', '0123'])
      await invite(transaction, 'meeting-0002', ['0186'])
      await takePart(transaction, 'meeting-0002', 'account-1', 'anna-00001')
    })
    assert.deepEqual(await meetingsFor(workspace.read, 'account-1', ['0184']), [MEETING, 'meeting-0002'])
    assert.deepEqual(await meetingsFor(workspace.read, 'account-2', ['0186']), ['meeting-0002'])
    assert.equal(await isInvited(workspace.read, MEETING, ['0186']), false)
  },

  'lets a whole session out as a file and in again, with its history; deleted, nothing of it is left': async (
    workspace,
  ) => {
    await put(workspace, { ...saving(0, ''), kind: 'meeting', id: MEETING, body: meeting, by: 'host-00001' })
    await put(workspace, saving(0, 'ett'))
    await put(workspace, saving(1, 'två'))
    const file = WholeMeeting.parse(JSON.parse(JSON.stringify(await exportMeeting(workspace.read, MEETING))))
    assert.equal(faultIn(file), null)
    assert.equal(faultIn({ ...file, changes: file.changes.slice(0, 2) }), 'history')
    assert.deepEqual(await citedReleases(workspace.read), new Set(['r1']))
    const counted = await workspace.write((transaction) => deleteMeeting(transaction, MEETING))
    assert.deepEqual(counted, { meeting: 1, note: 1 })
    const gone = await exportMeeting(workspace.read, MEETING)
    assert.deepEqual([gone.parts, gone.changes], [[], []])
    await workspace.write((transaction) => importMeeting(transaction, file))
    const again = await exportMeeting(workspace.read, MEETING)
    assert.deepEqual(again.parts, file.parts)
    const withoutSeq = ({ changes }: WholeMeeting) => changes.map(({ seq, ...change }) => change)
    assert.deepEqual(withoutSeq(again), withoutSeq(file))
    assert.equal(await isInvited(workspace.read, MEETING, ['0184']), true)
  },
}
