import { describe, expect, test } from 'vitest'
import type { Band } from '../../../data/model/answers/figure.ts'
import type { MatrixAnswer } from '../../../data/model/answers/matrix.ts'
import type { ProfileRow } from '../../../data/model/answers/profile.ts'
import { matrixFinding } from '../../../data/model/findings/matrix.ts'
import { extremesSentence, profileFinding } from '../../../data/model/findings/profile.ts'

const row = (short: string, band: Band, rank: number | null, value: number | null = 1) =>
  ({ about: { short, kind: 'share' }, band, best: null, rank, of: 100, value, count: 100 }) as ProfileRow

describe('the profile', () => {
  test.each([
    [
      [row('A', 'best', 1), row('B', 'best', 2), row('C', 'worst', 99)],
      'Solna är i bästa fjärdedelen i 2 av 3 indikatorer och i sämsta i 1',
    ],
    [[row('A', 'best', 1)], 'Solna är i bästa fjärdedelen i den enda indikator som kan rangordnas'],
    [[row('A', 'worst', 99), row('B', 'middle', 50)], 'Solna är i sämsta fjärdedelen i 1 av 2 indikatorer'],
    [[row('A', 'middle', 50)], 'Solna är i mittersta hälften'],
    [[row('A', null, null)], 'Solna: inget att rangordna här'],
  ])('counts the quarters', (rows, title) => {
    expect(profileFinding({ name: 'Solna', rows }, 'sv').title).toBe(title)
  })

  test('says what is missing', () => {
    const rows = [row('A', 'best', 9), row('E', null, null, null)]
    expect(profileFinding({ name: 'Solna', rows }, 'sv').explanation).toBe('En indikator som andra har saknar värde.')
    expect(profileFinding({ name: 'Solna', rows }, 'en').explanation).toBe(
      'One indicator that others have has no value.',
    )
  })

  test.each([
    [
      [row('A', 'best', 9), row('B', 'best', 2), row('C', 'worst', 80), row('D', 'worst', 99)],
      'Solna ligger bäst till i ”B”, sämst i ”D”',
      'Solna stands best in “B”, worst in “D”',
    ],
    [
      [row('A', 'best', 1), row('B', 'best', 1), row('C', 'middle', 50)],
      'Solna ligger bäst till i ”A” och ”B” och ingenstans i sämsta fjärdedelen',
      'Solna stands best in “A” and “B” and nowhere in the worst quarter',
    ],
    [
      [row('A', 'worst', 90), row('B', null, null)],
      'Solna ligger sämst till i ”A” och ingenstans i bästa fjärdedelen',
      'Solna stands worst in “A” and nowhere in the best quarter',
    ],
    [[row('A', 'middle', 50)], 'Solna är i mittersta hälften', 'Solna is in the middle half'],
    [[row('A', null, null)], 'Solna har inget att rangordna', 'Solna has nothing to rank'],
  ])('names the best and the worst placed', (rows, swedish, english) => {
    expect(extremesSentence({ name: 'Solna', rows }, 'sv')).toBe(swedish)
    expect(extremesSentence({ name: 'Solna', rows }, 'en')).toBe(english)
  })
})

const names = new Map([
  ['a', 'Ale'],
  ['b', 'Bara'],
  ['c', 'Cedra'],
])
const matrix = (...columns: Band[][]) => {
  const rows = columns[0]!.map((_, index) => ({
    ...{ about: { kind: 'share' }, best: null },
    cells: columns.map((column) => ({ band: column[index]! })),
  }))
  return { columns: ['a', 'b', 'c'].slice(0, columns.length), rows } as unknown as Pick<
    MatrixAnswer,
    'columns' | 'rows'
  >
}

describe('the overview', () => {
  test('names who is most often in the best quarter, and says when it is shared', () => {
    expect(matrixFinding(matrix(['best', 'best'], ['best', 'worst']), names, 'sv')).toBe(
      'Ale är oftast i bästa fjärdedelen: i 2 av 2 indikatorer',
    )
    expect(matrixFinding(matrix(['best', null], [null, 'best']), names, 'sv')).toBe(
      'Ale och Bara är oftast i bästa fjärdedelen: i 1 av 1 indikator var',
    )
    expect(matrixFinding(matrix(['best'], ['best'], ['best']), names, 'en')).toBe(
      '3 municipalities are most often in the best quarter: in 1 of 1 indicator each',
    )
    expect(matrixFinding(matrix(['best', 'worst', null], ['best', null, null]), names, 'sv')).toBe(
      'Ale och Bara är oftast i bästa fjärdedelen: i 1 indikator var',
    )
    expect(matrixFinding(matrix(['middle'], [null]), names, 'en')).toBe('No municipality is in the best quarter here')
  })

  test('of one municipality alone says how often, not that it is the most', () => {
    expect(matrixFinding(matrix(['best', 'worst']), names, 'sv')).toBe(
      'Ale är i bästa fjärdedelen i 1 av 2 indikatorer',
    )
    expect(matrixFinding(matrix(['middle']), names, 'sv')).toBe('Ale är inte i bästa fjärdedelen här')
  })
})

describe('of one sex', () => {
  const of = (...children: boolean[]) => {
    const rows = children.map((one) => {
      const judged = row('A', 'best', 1)
      return { ...judged, about: { ...judged.about, children: one } }
    })
    const given = matrix(['best', 'best'].slice(0, rows.length) as Band[], [null, null])
    const cells = given.rows.map((one, at) => ({ ...one, about: { ...one.about, children: children[at]! } }))
    return [
      profileFinding({ name: 'Solna', rows, sex: 'K' }, 'sv').title,
      matrixFinding({ ...given, rows: cells, sex: 'M' }, names, 'sv'),
    ].map((said) => said.replace(/ (är|har|ligger) .*/, ''))
  }

  test('children are girls and boys, also among indicators of both', () => {
    expect(of(true, true)).toEqual(['Bland flickor', 'Bland pojkar'])
    expect(of(true, false)).toEqual(['Bland kvinnor och flickor', 'Bland män och pojkar'])
    expect(of(false, false)).toEqual(['Bland kvinnor', 'Bland män'])
  })
})
