import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { meanDraw, nextSalt, personKey } from '../../../etl/protect/keys.ts'
import { keyed } from '../../../etl/protect/persons.ts'

const first8 = (text: string): number =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16)

test('a person’s key is the first eight hexadecimal digits of secret, municipality, year, salt and pseudonym', () => {
  expect(personKey('s3cret', '0184', 2023, 'salt', 'p-1')).toBe(first8('s3cret|0184|2023|salt|p-1'))
  expect(personKey('s3cret', '0184', 2023, 'other', 'p-1')).not.toBe(personKey('s3cret', '0184', 2023, 'salt', 'p-1'))
})

test('a year’s salt is the same for the same persons in any order, and new with every change, also one back to what was', () => {
  const first = nextSalt('s', null, [
    ['a', '1'],
    ['b', '2'],
  ])
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(
    nextSalt('s', null, [
      ['b', '2'],
      ['a', '1'],
    ]),
  ).toBe(first)
  const altered = nextSalt('s', first, [
    ['a', '1'],
    ['b', '3'],
  ])
  const back = nextSalt('s', altered, [
    ['a', '1'],
    ['b', '2'],
  ])
  const others = [
    nextSalt('t', null, [
      ['a', '1'],
      ['b', '2'],
    ]),
    nextSalt('s', null, [['a', '1']]),
  ]
  expect(new Set([first, altered, back, ...others]).size).toBe(5)
})

test('a cell’s key is the sum of its persons’ keys mod 2³², in any order', () => {
  const keys = Uint32Array.of(4_000_000_000, 4_000_000_001, 7)
  expect(keyed(Int32Array.of(0, 1, 2), keys)).toEqual({ n: 3, key: 8_000_000_008 % 2 ** 32 })
  expect(keyed(Int32Array.of(2, 0, 1), keys)).toEqual(keyed(Int32Array.of(0, 1, 2), keys))
})

test('a person without a value is in no count of values', () => {
  const values = Float64Array.of(1, Number.NaN, 0)
  expect(keyed(Int32Array.of(0, 1, 2), Uint32Array.of(1, 10, 100), values)).toEqual({ n: 2, key: 101 })
  expect(keyed(Int32Array.of(0, 1, 2), Uint32Array.of(1, 10, 100), values, 1, 1)).toEqual({ n: 1, key: 1 })
})

test('no two measures and no two cells share the noise of a mean', () => {
  const draws = ['a', 'b', 'c'].flatMap((measure) => [1, 2].map((cell) => meanDraw('s', cell, measure)))
  expect(new Set(draws).size).toBe(6)
  for (const draw of draws) expect(draw >= 0 && draw < 1).toBe(true)
  expect(meanDraw('s', 1, 'a')).toBe(first8('s|00000001|a') / 2 ** 32)
})
