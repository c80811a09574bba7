import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asSentence,
  swedishOrder,
  unitBeside,
  writeBare,
  writeDifference,
  writeNumber,
  writeRange,
  writeValue,
} from '../../data/model/numbers.ts'

const share = { kind: 'share', unit: '%', decimals: 1 }
const cost = { kind: 'amount', unit: 'kr/inv', decimals: 0 }
const yesno = { kind: 'yesno', unit: 'ja/nej', decimals: 0 }

describe('a number', () => {
  test.each([
    [1204.5, 1, 'sv', '1\u202f204,5'],
    [1204.5, 1, 'en', '1,204.5'],
    [1234567, 0, 'sv', '1\u202f234\u202f567'],
    [999, 0, 'sv', '999'],
    [-5.85, 1, 'sv', '\u22125,8'],
    [-0.04, 1, 'sv', '0,0'],
    [0, 2, 'en', '0.00'],
  ] as const)('%s with %s decimals in %s is %s', (value, decimals, lang, written) => {
    expect(writeNumber(value, decimals, lang)).toBe(written)
  })

  test('reads back as what was written, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('sv', 'en'), (value, lang) => {
        const plain = writeNumber(value, 0, lang)
          .replace(/[\u202f,]/g, '')
          .replace('\u2212', '-')
        expect(Number(plain)).toBe(value)
      }),
    )
  })
})

describe('a value', () => {
  test('never breaks from its unit', () => {
    expect(writeValue(28.13, share, 'sv')).toBe('28,1\u00a0%')
    expect(writeValue(28.13, share, 'en')).toBe('28.1%')
    expect(writeValue(1204, cost, 'sv')).toBe('1\u202f204\u00a0kr/inv')
  })

  test('of yes and no is a word', () => {
    expect([writeValue(1, yesno, 'sv'), writeValue(0, yesno, 'sv')]).toEqual(['Ja', 'Nej'])
    expect(writeBare(1, yesno, 'en')).toBe('Yes')
  })

  test('lies on a scale', () => {
    const index = { kind: 'index', unit: 'index 0–100', decimals: 1 }
    expect(writeValue(91.9, index, 'sv')).toBe('91,9\u00a0på index 0–100')
    expect(writeRange(1, 2, { kind: 'ordinal', unit: 'scale 0–3', decimals: 0 }, 'en')).toBe('1–2\u00a0on scale 0–3')
  })

  test('that is a count needs no unit', () => {
    expect(writeValue(12, { kind: 'count', unit: 'antal', decimals: 0 }, 'sv')).toBe('12')
  })
})

test('a range has one unit, a difference always its sign', () => {
  expect(writeRange(24.1, 32.5, share, 'sv')).toBe('24,1–32,5\u00a0%')
  expect(writeDifference(2.25, share, 'sv')).toBe('+2,3')
  expect(writeDifference(-2.25, share, 'sv')).toBe('\u22122,3')
  expect(writeDifference(0.01, share, 'sv')).toBe('0,0')
})

test('Swedish order puts Å, Ä and Ö last', () => {
  expect(['Örebro', 'Åre', 'Ale', 'Älvdalen', 'Östersund', 'Zinkgruvan'].sort(swedishOrder)).toEqual([
    'Ale',
    'Zinkgruvan',
    'Åre',
    'Älvdalen',
    'Örebro',
    'Östersund',
  ])
})

test('a sentence begins with a capital, also å', () => {
  expect(asSentence('över mittersta hälften')).toBe('Över mittersta hälften')
})

test('a number within a unit never breaks', () => {
  const rate = { kind: 'rate', unit: 'per 1 000 inv 0–20', decimals: 1 }
  expect(writeValue(3.2, rate, 'sv')).toBe('3,2\u00a0per 1\u202f000 inv 0–20')
  expect(unitBeside('antal')).toBe('')
})
