import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  brokenLinks,
  damagedManifests,
  finishedIds,
  listManifests,
  type Manifest,
  readManifest,
  writeManifest,
} from '../../data/store/manifest.ts'
import { releaseId } from '../../data/store/release.ts'
import { flipByte } from '../fixtures/damage.ts'
import { emptyHome } from '../fixtures/home.ts'

const FIRST_VERSION = { sample: false, version: '0.1.0', sha256: 'a'.repeat(64), sources: [] }

/** A home whose releases were built in this order, at these moments. @returns their ids */
function built(...moments: string[]) {
  const { home } = emptyHome()
  const ids = moments.map((moment, number) => {
    const id = releaseId(new Date(moment), String(9 - number).repeat(8))
    writeManifest(home, { ...FIRST_VERSION, id, builtAt: moment })
    return id
  })
  return { home, ids, path: (id: string) => join(home.releases, `${id}.json`) }
}

test('the order is that in which releases were built, also within a second and after the clock was set back', () => {
  const { home, ids } = built(
    '2026-03-01T10:00:00Z',
    '2026-03-01T10:00:00Z',
    '2025-01-01T00:00:00Z',
    '2026-02-01T00:00:00Z',
  )
  expect(listManifests(home).map(({ id }) => id)).toEqual(ids.toReversed())
  expect(listManifests(home).map(({ previous }) => previous?.id ?? null)).toEqual([ids[2], ids[1], ids[0], null])
})

test('releases of the first version come before all that know their place, by their ids', () => {
  const { home } = emptyHome()
  mkdirSync(home.releases, { recursive: true })
  const old = ['20270101T000000Z-00000000', '20260101T000000Z-00000000']
  for (const id of old) {
    writeFileSync(join(home.releases, `${id}.json`), JSON.stringify({ ...FIRST_VERSION, id, builtAt: '' }))
  }
  const next = writeManifest(home, { ...FIRST_VERSION, id: '20260301T000000Z-00000000', builtAt: '' })
  expect(next).toMatchObject({ position: 3, previous: { id: old[0] } })
  expect(listManifests(home).map(({ id }) => id)).toEqual([next.id, ...old])
})

test('a byte flipped anywhere in a manifest is noticed, and the others are listed all the same', () => {
  const { home, ids, path } = built('2026-03-01T10:00:00Z', '2026-03-02T10:00:00Z', '2026-03-03T10:00:00Z')
  for (let at = 0; at < 1; at += 0.02) {
    const whole = readFileSync(path(ids[1]!))
    flipByte(path(ids[1]!), at)
    expect(damagedManifests(home)).toEqual([ids[1]])
    expect(() => readManifest(home, ids[1]!)).toThrow()
    expect(listManifests(home).map(({ id }) => id)).toEqual([ids[2], ids[0]])
    expect(finishedIds(home).length).toBe(3)
    writeFileSync(path(ids[1]!), whole)
  }
  expect(damagedManifests(home)).toEqual([])
})

test('a manifest that was written anew with other words breaks the chain', () => {
  const { home, ids } = built('2026-03-01T10:00:00Z', '2026-03-02T10:00:00Z')
  expect(brokenLinks(home)).toEqual([])
  const { position: _, previous: __, seal: ___, ...about } = readManifest(home, ids[0]!) as Manifest
  const resealed = { ...about, sample: true, position: 1, previous: null }
  writeManifest(home, resealed)
  expect(damagedManifests(home)).toEqual([])
  expect(brokenLinks(home)).toEqual([{ id: ids[1], previous: ids[0] }])
})
