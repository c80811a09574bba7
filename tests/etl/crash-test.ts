import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { load } from '../../etl/commands/load.ts'
import { edition, servedEdition } from '../faults/kills.ts'
import { etl, startEtl } from '../fixtures/etl.ts'
import { emptyHome } from '../fixtures/home.ts'

test('killed at its first breaths in an empty home, the next load finds nothing half made', async () => {
  const begun = Date.now()
  expect((await etl(emptyHome(), 'load', edition(1))).exit).toBe(0)
  const duration = Date.now() - begun
  for (const part of [0.45, 0.65]) {
    const context = emptyHome()
    const { child, ended } = startEtl(context, ['load', edition(1)])
    await sleep(duration * part)
    child.kill('SIGKILL')
    await ended
    expect((await load(context, [edition(2)], { release: true })).exit).toBe(0)
    expect(await servedEdition(context)).toBe(2)
  }
}, 120_000)

test('of two loads at once each is done whole or says that the other is at work', async () => {
  const context = emptyHome()
  await load(context, [edition(0)], { release: true })
  const both = await Promise.all([etl(context, 'load', edition(1)), etl(context, 'load', edition(2))])
  for (const { exit, stderr } of both) {
    if (exit === 0) continue
    expect(exit).toBe(1)
    expect(stderr).toMatch(/^En annan inläsning pågår.*\n$/)
  }
  expect(both.some(({ exit }) => exit === 0)).toBe(true)
  expect([1, 2]).toContain(await servedEdition(context))
}, 120_000)

test('on a disk that fills up nothing changes, and one line says why', async () => {
  const context = emptyHome()
  await load(context, [edition(0)], { release: true })
  const { exit, stderr } = await startEtl(context, ['load', edition(1)], 200).ended
  expect({ exit, stderr }).toEqual({ exit: 1, stderr: expect.stringMatching(/^Disken är full.*\n$/) })
  expect(await servedEdition(context)).toBe(0)
  expect((await etl(context, 'load', edition(2))).exit).toBe(0)
  expect(await servedEdition(context)).toBe(2)
}, 120_000)
