import { expect, test } from 'vitest'
import { differsSentence, missingSentence, movedSentence } from '../../../data/model/findings/standout.ts'

const about = { short: 'Väntetid', unit: 'dagar', kind: 'mean', decimals: 0, direction: 'lower' }
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('what differs is said with both figures and, with a direction, the place', () => {
  const found = {
    name: 'Solna',
    about,
    period: 2025,
    value: 27,
    median: 22,
    reference: { id: 'fou-nordvast', name: 'FoU Nordväst' },
    rank: 8,
    of: 8,
  }
  expect(plain(differsSentence(found, 'sv'))).toBe(
    '”Väntetid” är 27 dagar i Solna 2025, högre än medianen i FoU Nordväst (22); nummer 8 av 8.',
  )
  expect(plain(differsSentence({ ...found, about: { ...about, direction: 'neutral' } }, 'en'))).toBe(
    '“Väntetid” is 27 dagar in Solna in 2025, higher than the median in FoU Nordväst (22).',
  )
  expect(plain(differsSentence({ ...found, rank: null }, 'sv'))).toMatch(/i FoU Nordväst \(22\)\.$/)
  const everyone = { ...found, reference: { id: 'all', name: 'Alla kommuner' } }
  expect(plain(differsSentence(everyone, 'sv'))).toContain('högre än medianen bland alla kommuner (22)')
  expect(plain(differsSentence(everyone, 'en'))).toContain('higher than the median among all municipalities')
})

test('a cost is nearer or further from what the others spend, without a place', () => {
  const cost = { short: 'Kostnad', unit: 'kr/inv', kind: 'amount', decimals: 0, direction: 'neutral' }
  const reference = { id: 'skane', name: 'Skånes kommuner' }
  const found = { name: 'Gotland', about: cost, period: 2025, value: 560, median: 500, reference, rank: 8, of: 8 }
  expect(plain(differsSentence(found, 'sv'))).toBe(
    '”Kostnad” är 560 kr/inv på Gotland 2025, 12 procent över medianen bland Skånes kommuner (500).',
  )
})

test.each([
  [20, 25, 'ökade i Solna från 20 (2020) till 25 dagar (2024).'],
  [25, 20, 'minskade i Solna från 25 (2020) till 20 dagar (2024).'],
  [20, 20, 'var 20 dagar i Solna både 2020 och 2024.'],
])('from %i to %i %s', (before, value, words) => {
  const found = { name: 'Solna', about, from: 2020, to: 2024, before, value, side: null, recentTrend: null }
  expect(plain(movedSentence(found, 'sv'))).toBe(`”Väntetid” ${words}`)
})

test('a certain change says so', () => {
  const recentTrend = { change: 'increasing', assessment: 'worse', chiSquare: 20 } as const
  expect(
    movedSentence(
      { name: 'Solna', about, from: 2020, to: 2024, before: 1, value: 2, side: 'worse', recentTrend },
      'en',
    ),
  ).toContain('(rising over the last five years: a deterioration)')
})

test('what is missing has its reason', () => {
  const found = { name: 'Solna', about, period: 2025, status: 'secrecy', referenceCount: 7 }
  expect(missingSentence(found, 'sv')).toBe(
    '”Väntetid” har inget värde i Solna 2025: uppgiften omfattas av sekretess; 7 andra har ett.',
  )
})

test.each([
  ['better', 'sv', 'åt det bättre hållet.'],
  ['worse', 'en', 'in the worse direction.'],
] as const)('a change that only its direction is known of is %s', (side, lang, words) => {
  const found = { name: 'Solna', about, from: 2020, to: 2024, before: 25, value: 20, side, recentTrend: null }
  expect(movedSentence(found, lang)).toMatch(new RegExp(`${words}$`))
})
