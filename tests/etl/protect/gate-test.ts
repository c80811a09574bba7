import { describe, expect, test } from 'vitest'
import { changedPersons, type Fingerprints, fingerprintsOf, gate } from '../../../etl/protect/gate.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const persons = (n: number, content = 'x'): Fingerprints =>
  new Map(Array.from({ length: n }, (_, i) => [`p${i}`, content]))
const released = (fingerprints: Fingerprints, changes: string[] = []) => ({ fingerprints, changes })

/** The first n of them altered. */
function altered(all: Fingerprints, n: number): Fingerprints {
  return new Map([...all].map(([id, content], i) => [id, i < n ? 'altered' : content]))
}

test('persons who were added, removed and altered count alike', () => {
  const old = persons(20)
  const now = altered(persons(25), 3)
  now.delete('p19')
  expect(changedPersons(old, now)).toBe(5 + 3 + 1)
})

describe('the gate', () => {
  test('keeps still where nothing changed', () => {
    expect(gate(released(persons(30)), persons(30), NOW, false)).toBe('same')
  })

  test('holds one to nine back', () => {
    for (const n of [1, 9]) {
      expect(gate(released(persons(30)), persons(30 + n), NOW, false)).toBe('fewer-than-ten')
      expect(gate(released(persons(30)), persons(30 - n), NOW, false)).toBe('fewer-than-ten')
      expect(gate(released(persons(30)), altered(persons(30), n), NOW, false)).toBe('fewer-than-ten')
    }
  })

  test('opens for ten', () => {
    expect(gate(released(persons(30)), persons(40), NOW, false)).toBe('changes')
    expect(gate(released(persons(30)), altered(persons(30), 10), NOW, false)).toBe('changes')
  })

  test('lets a municipality’s first ten in, and no fewer', () => {
    expect(gate(null, persons(9), NOW, false)).toBe('fewer-than-ten')
    expect(gate(null, persons(10), NOW, false)).toBe('changes')
  })

  test('opens four times a year and no more', () => {
    const changes = ['2025-07-01', '2025-09-01', '2026-01-01', '2026-05-01'].map((day) => `${day}T00:00:00.000Z`)
    expect(gate(released(persons(30), changes.slice(0, 3)), persons(50), NOW, false)).toBe('changes')
    expect(gate(released(persons(30), changes), persons(50), NOW, false)).toBe('four-changes')
    expect(gate(released(persons(30), changes), persons(50), new Date('2026-07-02T00:00:00Z'), false)).toBe('changes')
    expect(gate(released(persons(30), changes), persons(50), NOW, true)).toBe('changes')
  })
})

test('fingerprints tell neither pseudonym nor answer, and differ by secret and place', () => {
  const year = new Map([
    ['baseline' as const, { ids: ['anna-77'], contents: ['abc'], categories: [], values: [], asked: [] }],
  ])
  const [[id, content]] = [...fingerprintsOf(year, 'asi|0184|2023', 'secret')] as [[string, string]]
  expect(`${id}${content}`).toMatch(/^[0-9a-f]{32}$/)
  expect(fingerprintsOf(year, 'asi|0163|2023', 'secret').has(id)).toBe(false)
  expect(fingerprintsOf(year, 'asi|0184|2023', 'other').has(id)).toBe(false)
})
