import { describe, expect, test } from 'vitest'
import type { CompareAnswer } from '../../../data/model/answers/compare.ts'
import { ownGapSentence, sexesFinding, sexGaps } from '../../../data/model/findings/sexes.ts'

type Answer = Pick<CompareAnswer, 'about' | 'rows' | 'reference'>

const answer = (values: readonly (number | null)[], unit = '%'): Answer =>
  ({
    about: { kind: unit === '%' ? 'share' : 'mean', unit, decimals: 1, direction: 'lower' },
    rows: values.map((value, index) => ({ municipality: `00${index}`, name: `K${index}`, value })),
  }) as Answer
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('the gap between women and men', () => {
  test('is known where both have a value, widest first', () => {
    const gaps = sexGaps(answer([10, 20, null, 5]), answer([9, 26, 3, null]))
    expect(gaps.map(({ municipality, gap }) => [municipality, gap])).toEqual([
      ['001', -6],
      ['000', 1],
    ])
  })

  test.each([
    [
      [3, 3, 1],
      [1, 1, 2],
      'Kvinnor har högre andel än män i 2 av 3 kommuner',
      'Women have a higher share than men in 2 of 3 municipalities',
    ],
    [
      [1, 1, 2],
      [3, 3, 2],
      'Män har högre andel än kvinnor i 2 av 3 kommuner',
      'Men have a higher share than women in 2 of 3 municipalities',
    ],
    [
      [1, 3],
      [3, 1],
      'Kvinnor ligger högre i 1 av 2 kommuner, män i 1: ungefär jämnt',
      'Women are higher in 1 of 2 municipalities, men in 1: about even',
    ],
    [[null], [3], 'Inga värden för båda könen', 'No values for both sexes'],
  ])('%j against %j', (women, men, sv, en) => {
    expect(sexesFinding(answer(women), answer(men), 'sv')).toBe(sv)
    expect(sexesFinding(answer(women), answer(men), 'en')).toBe(en)
  })

  test('of the own municipality is said in percentage points for shares only', () => {
    expect(plain(ownGapSentence(answer([12]), answer([10.5]), '000', 'sv'))).toBe(
      'K0: kvinnor 12,0 %, män 10,5 %, en skillnad på 1,5 procentenheter.',
    )
    expect(plain(ownGapSentence(answer([12], 'dagar'), answer([10], 'dagar'), '000', 'sv'))).toBe(
      'K0: kvinnor 12,0 dagar, män 10,0 dagar.',
    )
    expect(ownGapSentence(answer([null]), answer([10]), '000', 'sv')).toBe('')
  })
})
