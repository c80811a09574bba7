import { expect, test } from 'vitest'
import { adjustedSentence } from '../../../data/model/findings/followup-adjusted.ts'

const row = (name: string, ratio: number | null, reach = 0.2) => ({
  name,
  ratio,
  lower: ratio === null ? null : ratio - reach,
  upper: ratio === null ? null : ratio + reach,
})

test('who has more and who has less than their ages and sexes would give', () => {
  expect(
    adjustedSentence([row('Solna', 1.4), row('Ekerö', 1.3), row('Sigtuna', 0.7), row('Järfälla', 1.1)], 'sv'),
  ).toBe('Mer än väntat för ålder och kön: Solna och Ekerö. Mindre än väntat för ålder och kön: Sigtuna')
  expect(adjustedSentence([row('Solna', 1.4)], 'en')).toBe('More than expected for age and sex: Solna')
})

test('nobody, where every interval holds what is expected', () => {
  expect(adjustedSentence([row('Solna', 1.1), row('Ekerö', null)], 'sv')).toBe(
    'Ingen kommun skiljer sig säkert från gruppen när ålder och kön räknats bort',
  )
})

test('that nothing is shown, where nothing is', () => {
  expect(adjustedSentence([row('Ekerö', null)], 'sv')).toBe('Den justerade jämförelsen visas inte')
})

test('of many municipalities one is said to differ only beyond more than its own interval', () => {
  const others = Array.from({ length: 7 }, (_, at) => row(`${at}`, 1))
  expect(adjustedSentence([row('Solna', 1.25)], 'sv')).toContain('Solna')
  expect(adjustedSentence([row('Solna', 1.25), ...others], 'sv')).toMatch(/^Ingen kommun/)
})
