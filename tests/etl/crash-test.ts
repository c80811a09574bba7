import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { catalogue } from '../../data/catalogue/index.ts'
import { load } from '../../etl/commands/load.ts'
import { verify } from '../../etl/commands/verify.ts'
import { etl, startEtl } from '../fixtures/etl.ts'
import { emptyHome, inRelease, temporaryFile } from '../fixtures/home.ts'

const INDICATORS = catalogue()
  .indicators.filter(({ kind }) => kind === 'amount')
  .slice(0, 12)
const YEARS = [2018, 2019, 2020, 2021]

/** A table in which every value is that of its edition, so that a mixture of two would show. */
function edition(value: number): string {
  const lines = INDICATORS.flatMap(({ id }) =>
    YEARS.flatMap((year) => catalogue().municipalities.map(({ code }) => `${id},${code},${year},T,${value}`)),
  )
  return temporaryFile('k.csv', ['kpi,municipality,period,gender,value', ...lines, ''].join('\n'))
}

const ROWS = INDICATORS.length * YEARS.length * 290
const SERVED = 'SELECT count(*)::INTEGER AS rows, min(value) AS lowest, max(value) AS highest FROM value'

/** What is served is one whole edition. @returns which */
async function servedEdition(context: ReturnType<typeof emptyHome>): Promise<number> {
  const [served] = await inRelease<{ rows: number; lowest: number; highest: number }>(context, SERVED)
  expect(served).toEqual({ rows: ROWS, lowest: served!.highest, highest: served!.highest })
  return served!.highest
}

test('killed at twenty moments of a load, the release that is served is whole every time', async () => {
  const context = emptyHome()
  await load(context, [edition(0)], { release: true })
  const begun = Date.now()
  expect((await etl(context, 'load', edition(1))).exit).toBe(0)
  const duration = Date.now() - begun
  let served = 1
  for (let attempt = 2; attempt < 22; attempt++) {
    const { child, ended } = startEtl(context, ['load', edition(attempt)])
    await sleep(duration * (0.25 + Math.random() * 0.8))
    child.kill('SIGKILL')
    await ended
    const now = await servedEdition(context)
    expect([served, attempt]).toContain(now)
    served = now
    expect((await verify(context)).object).toMatchObject({ ok: true })
  }
  expect((await etl(context, 'load', edition(99))).exit).toBe(0)
  expect(await servedEdition(context)).toBe(99)
}, 400_000)

test('killed at its first breaths in an empty home, the next load finds nothing half made', async () => {
  const begun = Date.now()
  expect((await etl(emptyHome(), 'load', edition(1))).exit).toBe(0)
  const duration = Date.now() - begun
  for (const part of [0.4, 0.5, 0.6, 0.7]) {
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
