import { expect, test } from 'vitest'
import { fillTokens, readTokens } from '../../../data/model/meetings/tokens.ts'

const KNOWN = {
  indicators: new Set(['N31814', 'N31807']),
  municipalities: new Map([
    ['Solna', '0184'],
    ['Järfälla', '0123'],
  ]),
}
const messages = (text: string) => readTokens(text, KNOWN).mistakes.map(({ message }) => message.sv)

test('every kind of token is read, by name or code, with or without a year, in both languages', () => {
  const { tokens, mistakes } = readTokens(
    'a {värde:N31814:Solna} b {rang:N31814:0184:2022} {förändring: N31807 : järfälla} {nästbäst:N31814} {second:N31814:2021} {value:N31814:Solna}',
    KNOWN,
  )
  expect(mistakes).toEqual([])
  expect(tokens.map(({ word, indicator, municipality, period }) => [word, indicator, municipality, period])).toEqual([
    ['value', 'N31814', '0184', null],
    ['rank', 'N31814', '0184', 2022],
    ['change', 'N31807', '0123', null],
    ['second', 'N31814', null, null],
    ['second', 'N31814', null, 2021],
    ['value', 'N31814', '0184', null],
  ])
})

test('what is unknown is refused with the nearest named', () => {
  expect(messages('{värd:N31814:Solna}')).toEqual(['värd finns inte; menade du värde?'])
  expect(messages('{värde:N31815:Solna}')).toEqual(['N31815 finns inte; menade du N31814?'])
  expect(messages('{värde:N31814:Solnaa}')).toEqual(['Solnaa finns inte; menade du Solna?'])
  expect(messages('{värde:N31814}')[0]).toContain('Skriv också en kommun')
  expect(messages('{värde:N31814:Solna:22}')[0]).toContain('är inget år')
  expect(messages('{värde:N31814:Solna')).toHaveLength(1)
  expect(messages('a } b')).toHaveLength(1)
  expect(messages('{}')).toHaveLength(1)
})

test('a text without tokens has no mistakes, and filled ones leave no brace', () => {
  expect(messages('Helt vanlig text, 50 % av 8.')).toEqual([])
  const text = 'I Solna {värde:N31814:Solna}, plats {rang:N31814:Solna}.'
  const { tokens } = readTokens(text, KNOWN)
  expect(
    fillTokens(
      text,
      tokens.map((token) => ({ token, text: token.word })),
    ),
  ).toBe('I Solna value, plats rank.')
})
