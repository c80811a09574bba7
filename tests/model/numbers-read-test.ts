import { describe, expect, it } from 'vitest'
import { type Lang, readNumber, writeNumber } from '../../data/model/numbers.ts'

describe('reading a written number', () => {
  it.each([0, 7, 28.1, 999, 1000, 1234567.8, -3.5, -12345])('gives %d back in both languages', (value) => {
    for (const lang of ['sv', 'en'] as Lang[]) expect(readNumber(writeNumber(value, 1, lang), lang)).toBe(value)
  })

  it.each([
    ['', 'sv'],
    ['3 av 8', 'sv'],
    ['28,1 %', 'sv'],
    ['28.1', 'sv'],
    ['28,1', 'en'],
    ['uppgift saknas', 'sv'],
    ['−', 'sv'],
  ] as [string, Lang][])('reads no number in "%s" (%s)', (text, lang) => expect(readNumber(text, lang)).toBeNull())

  it('reads the comma as the language has it', () => {
    expect([readNumber('1,234', 'sv'), readNumber('1,234', 'en')]).toEqual([1.234, 1234])
  })
})
