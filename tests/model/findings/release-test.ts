import { expect, test } from 'vitest'
import { newsSentences, revisionSentence, revisionsSentence } from '../../../data/model/findings/release.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const source = (name: string, rows: number | null, loadedAt: string) => ({ source: name, rows, loadedAt, file: null })
const release = (...sources: ReturnType<typeof source>[]) => ({
  id: 'r',
  builtAt: '2026-11-21T00:00:00Z',
  current: true,
  sample: false,
  sources,
})

test('only what was loaded after the release before is new, and how much more it is', () => {
  const before = release(source('kolada', 1000, '2026-01-01'), source('asi', null, '2026-01-01'))
  const now = release(
    source('kolada', 2200, '2026-02-01'),
    source('asi', null, '2026-01-01'),
    source('oj', 1, '2026-02-01'),
  )
  expect(newsSentences(now, before, 'sv').map(plain)).toEqual([
    'Kolada: 1 200 fler uppgifter än i utgåvan före.',
    'Öppna jämförelser: 1 uppgift.',
  ])
  expect(newsSentences(now, before, 'en')[0]).toBe('Kolada: 1,200 more entries than in the release before.')
  expect(newsSentences(before, null, 'sv').map(plain)).toEqual([
    'Kolada: 1 000 uppgifter.',
    'ASI: nya intervjuer är inlästa.',
  ])
  expect(newsSentences(now, now, 'sv')).toEqual([])
})

test('a source is told once, of all its files', () => {
  const first = [source('kolada', 75, '2026-01-01'), source('kolada', 1000, '2026-01-01')]
  const before = release(...first)
  expect(newsSentences(before, null, 'sv').map(plain)).toEqual(['Kolada: 1 075 uppgifter.'])
  const now = release(...first, source('kolada', 25, '2026-02-01'))
  expect(newsSentences(now, before, 'sv')).toEqual(['Kolada: 25 fler uppgifter än i utgåvan före.'])
})

test('the same number loaded anew, or fewer, is said as such', () => {
  const before = release(source('kolada', 1000, '2026-01-01'))
  const same = release(source('kolada', 1000, '2026-02-01'))
  const fewer = release(source('kolada', 999, '2026-02-01'))
  expect(newsSentences(same, before, 'sv')).toEqual(['Kolada: inläst på nytt, lika många uppgifter.'])
  expect(newsSentences(fewer, before, 'sv')).toEqual(['Kolada: en uppgift färre än i utgåvan före.'])
  expect(newsSentences(fewer, before, 'en')).toEqual(['Kolada: one fewer entry than in the release before.'])
})

test.each([
  [null, 0, 'Inga värden har ändrats sedan de först lästes in.'],
  [0, 1, '1 värde har ändrats av källan sedan de först lästes in, inte i Solna.'],
  [3, 1200, '1 200 värden har ändrats av källan sedan de först lästes in, 3 av dem i Solna.'],
  [null, 12, '12 värden har ändrats av källan sedan de först lästes in.'],
])('%s of %i revised values', (own, all, sentence) => {
  expect(plain(revisionsSentence(own, all, 'Solna', 'sv'))).toBe(sentence)
})

test('a revised value is told with what it was, and a missing one in a word', () => {
  const revision = {
    indicator: 'N1',
    title: 'Väntetid i dagar',
    municipality: '0184',
    name: 'Solna',
    period: 2022,
    sex: 'T' as const,
    before: 23.1,
    beforeStatus: null,
    beforeLoadedAt: '',
    now: null,
    nowStatus: 'secrecy' as const,
    revisedAt: '',
  }
  expect(revisionSentence(revision, { short: 'Väntetid', decimals: 1 }, 'sv')).toBe(
    '”Väntetid” 2022: 23,1 blev sekretess.',
  )
  expect(revisionSentence({ ...revision, now: 24 }, { short: 'Waiting', decimals: 0 }, 'en')).toBe(
    '“Waiting” 2022: 23 became 24.',
  )
})
