import { describe, expect, test } from 'vitest'
import { isTwofold, Notation, numberOf } from '../../../etl/read/written-number.ts'

describe('a number as people write it', () => {
  test.each<[string, number]>([
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['0,125', 0.125],
    ['0,0012', 0.0012],
    ['1234,567', 1234.567],
    ['1 234,5', 1234.5],
    ['1\u00a0234', 1234],
    ['1\u2009234\u2009567', 1_234_567],
    ['1\u202f234,567', 1234.567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1_234_567],
    ['1,234,567.89', 1_234_567.89],
    ["1'234", 1234],
    ['1’234.567', 1234.567],
    ['−3', -3],
    ['–3,2', -3.2],
    ['+4', 4],
  ])('%s is %d', (text, number) => {
    expect(numberOf(text)).toBe(number)
    expect(isTwofold(text)).toBe(false)
  })

  test.each([
    '–',
    '−',
    '(3)',
    'ca 5',
    '<5',
    '5*',
    '12–15',
    '3-',
    '1.23.4',
    '12.34.567',
    '1,234,5',
    '1e400',
    '0x7e6',
    ',5',
    '5,',
    '3 kr',
  ])('%s is none', (text) => expect(numberOf(text)).toBeUndefined())

  test.each(['3.000', '1,234', '12.500', '-123.456', '−1.234', '3.000 %'])('%s may be read in two ways', (text) =>
    expect(isTwofold(text)).toBe(true),
  )

  test('is read by the mark of decimals that is told', () => {
    expect(numberOf('3.000', ',')).toBe(3000)
    expect(numberOf('3.000', '.')).toBe(3)
    expect(numberOf('-1,234', '.')).toBe(-1234)
  })
})

describe('the mark of decimals', () => {
  const shown = (text: string, ...others: string[]) => {
    const notation = new Notation()
    for (const other of others) notation.see(other)
    return notation.decimalIn(text)
  }

  test.each<[string, string[], string | undefined]>([
    ['3.000', [], undefined],
    ['3.000', ['12', '4.500'], undefined],
    ['3.125', ['0.987'], '.'],
    ['3.125', ['12.5'], '.'],
    ['3.125', ['1234.567'], '.'],
    ['3.000', ['1.234.567'], ','],
    ['3.000', ['1.234,5'], ','],
    ['3.000', ["1'234.5"], '.'],
    ['3,125', ['12,5 %'], ','],
    ['3.000', ['12,5'], undefined],
    ['3.000', ['12.5', '1.234.567'], undefined],
  ])('of %s beside %j is %s', (text, others, mark) => expect(shown(text, ...others)).toBe(mark))
})
