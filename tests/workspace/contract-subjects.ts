import assert from 'node:assert/strict'
import { addAccount } from '../../data/workspace/accounts.ts'
import { verifyAudit } from '../../data/workspace/audit.ts'
import { expectUploads, listExpectations, unexpectUploads } from '../../data/workspace/expectations.ts'
import { keepMapping, mappingsFor } from '../../data/workspace/mappings.ts'
import { hold, holdsIn } from '../../data/workspace/meetings/holds.ts'
import { partsIn, save } from '../../data/workspace/meetings/parts.ts'
import { addPasskey, passkeyOf, passkeyUsed } from '../../data/workspace/passkeys.ts'
import { claimReminder, giveBackReminder, type Reminder, remindersDue } from '../../data/workspace/reminders.ts'
import { approveUpload } from '../../data/workspace/upload-decisions.ts'
import { expireUploads } from '../../data/workspace/upload-lists.ts'
import {
  addUpload,
  concludeCheck,
  placeInQueue,
  queueUpload,
  takeNextUpload,
  uploadOf,
} from '../../data/workspace/uploads.ts'
import type { Workspace } from '../../data/workspace/workspace.ts'

type Promised = (workspace: Workspace) => Promise<void>

const given = { account: 'anna', municipality: '0184', source: 'asi' as const, language: 'sv' as const, mapping: null }

async function queued(workspace: Workspace, municipality = '0184'): Promise<string> {
  const id = await workspace.write((transaction) => addUpload(transaction, { ...given, municipality }))
  const upload = (await uploadOf(workspace.read, id))!
  await workspace.write((transaction) => queueUpload(transaction, upload, { bytes: 1, sha256: 'a'.repeat(64) }))
  return id
}

const REPORT = JSON.stringify({ ok: true, counts: {}, findings: [] })
const CHECKED = {
  report: REPORT,
  proposal: null,
  preview: null,
  years: '[2025]',
  rules: '0',
  failure: null,
  counts: {},
}

const noteOf = (text: string) => ({
  ...{ kind: 'common' as const, text, card: null, municipality: null, point: null, beside: null, under: null },
  ...{ hidden: false, weight: 0, shared: false },
})

/** What the tables of uploads, mappings, expectations, passkeys and sessions promise on both engines and every Node. */
export const subjects: Record<string, Promised> = {
  'takes what is handed in in its order, each file once, however many take at once': async (workspace) => {
    const ids = [await queued(workspace), await queued(workspace, '0183'), await queued(workspace)]
    const places = await Promise.all(
      ids.map(async (id) => placeInQueue(workspace.read, (await uploadOf(workspace.read, id))!)),
    )
    assert.deepEqual(places, [0, 1, 2])
    const taken = await Promise.all(Array.from({ length: 5 }, () => takeNextUpload(workspace)))
    assert.deepEqual(taken.flatMap((one) => one?.id ?? []).sort(), [...ids].sort())
  },

  'moves a file that was handed in forward once: of two that approve it, one does': async (workspace) => {
    const id = await queued(workspace)
    await takeNextUpload(workspace)
    const checking = (await uploadOf(workspace.read, id))!
    await workspace.write((transaction) => concludeCheck(transaction, checking, { ...CHECKED, ok: true }))
    const ready = (await uploadOf(workspace.read, id))!
    const approving = ['bo', 'cia'].map((account) =>
      workspace.write((transaction) =>
        approveUpload(transaction, ready, { account, acknowledged: [], fourEyes: false }),
      ),
    )
    const ended = await Promise.allSettled(approving)
    assert.deepEqual(ended.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const { state, anchor_seq } = (await uploadOf(workspace.read, id))!
    assert.equal(state, 'waiting')
    assert.ok(Number(anchor_seq) > 0)
    assert.equal((await verifyAudit(workspace.read)).state, 'whole')
  },

  'takes back what nobody sent or decided about': async (workspace) => {
    const id = await workspace.write((transaction) => addUpload(transaction, given))
    const later = (hours: number) => Date.now() + hours * 3_600_000
    await workspace.write((transaction) => expireUploads(transaction, later(23)))
    assert.equal((await uploadOf(workspace.read, id))!.state, 'receiving')
    await workspace.write((transaction) => expireUploads(transaction, later(25)))
    assert.equal((await uploadOf(workspace.read, id))!.state, 'withdrawn')
  },

  'keeps one mapping a system and municipality, and shows others what is shared only': async (workspace) => {
    const mapping = { instrument: 'asi' as const, system: 'Systemet', columns: {}, leftOut: [] }
    const keep = (municipality: string, shared: boolean) =>
      workspace.write((transaction) => keepMapping(transaction, { municipality, mapping, shared, account: 'anna' }))
    const first = await keep('0184', false)
    assert.deepEqual(await mappingsFor(workspace.read, '0183'), [])
    assert.equal(await keep('0184', true), first)
    const [seen, ...more] = await mappingsFor(workspace.read, '0183')
    assert.deepEqual([seen?.id, seen?.shared, more.length], [first, true, 0])
  },

  'expects, reminds once, and expects no more': async (workspace) => {
    const what = { municipalities: ['0184', '0183'], source: 'asi' as const, year: 2025, account: 'dag' }
    await workspace.write((transaction) => expectUploads(transaction, { ...what, due: '2026-03-31' }))
    await workspace.write((transaction) => expectUploads(transaction, { ...what, due: '2026-04-30' }))
    const grants = [{ role: 'manager' as const, scope: '0184' }]
    await workspace.write((transaction) =>
      addAccount(transaction, { name: 'Anna', email: 'Anna@Solna.example', grants }),
    )
    assert.deepEqual(await remindersDue(workspace.read, '2026-04-01'), [])
    const due = await remindersDue(workspace.read, '2026-04-20')
    assert.deepEqual(due.map(({ municipality, to }) => [municipality, to]).sort(), [
      ['0183', []],
      ['0184', ['anna@solna.example']],
    ])
    const claim = (one: Reminder) => workspace.write((transaction) => claimReminder(transaction, one, '2026-04-20'))
    for (const one of due) assert.deepEqual((await Promise.all([claim(one), claim(one)])).sort(), [false, true])
    const [first] = due
    await workspace.write((transaction) => giveBackReminder(transaction, first!, '2026-04-20'))
    assert.equal((await remindersDue(workspace.read, '2026-04-21')).length, 1)
    assert.equal(await claim(first!), true)
    assert.deepEqual(await remindersDue(workspace.read, '2026-04-21'), [])
    await workspace.write((transaction) => unexpectUploads(transaction, { ...what, municipalities: ['0183'] }))
    assert.equal((await listExpectations(workspace.read, ['0184', '0183'])).length, 1)
  },

  'keeps a passkey once, and lets in with each count of it once': async (workspace) => {
    const account = await workspace.write((transaction) =>
      addAccount(transaction, { name: 'Anna', email: null, grants: [] }),
    )
    const passkey = { id: 'key', account, name: 'Dator', public_key: 'AA', counter: 1, transports: '' }
    const add = () => workspace.write((transaction) => addPasskey(transaction, passkey))
    assert.deepEqual([await add(), await add()], [true, false])
    const { passkey: kept } = (await passkeyOf(workspace.read, 'key'))!
    const use = () => workspace.write((transaction) => passkeyUsed(transaction, kept, 2))
    assert.deepEqual((await Promise.all([use(), use()])).sort(), [false, true])
  },

  'saves a note of a session over nothing that its writer has not seen, and a common text is held by one': async (
    workspace,
  ) => {
    const text = (body: string, base: number) => {
      const note = { kind: 'note' as const, id: 'n1', meeting: 'm1', by: 'p1', base, body: noteOf(body) }
      return workspace.write((transaction) => save(transaction, note))
    }
    assert.equal((await text('ett', 0)).state, 'saved')
    assert.equal((await text('ett', 0)).state, 'same')
    const racing = await Promise.all([text('två', 1), text('tre', 1)])
    assert.deepEqual(racing.map(({ state }) => state).sort(), ['saved', 'stale'])
    assert.equal((await partsIn(workspace.read, 'm1')).length, 1)
    const held = (who: string) => workspace.write((transaction) => hold(transaction, 'm1', 'n1', who))
    assert.deepEqual([(await held('p1')).participant, (await held('p2')).participant], ['p1', 'p1'])
    assert.equal((await holdsIn(workspace.read, 'm1')).length, 1)
  },
}
