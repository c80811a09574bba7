import { describe, expect, test } from 'vitest'
import type { CompareAnswer, CompareRow } from '../../../data/model/answers/compare.ts'
import { compareFinding } from '../../../data/model/findings/compare.ts'
import { rankedFinding } from '../../../data/model/findings/ranked.ts'
import { distributionFinding, spreadFinding } from '../../../data/model/findings/spread.ts'

const about = {
  indicator: 'N31814',
  title: 'Långvarigt ekonomiskt bistånd, andel (%)',
  short: 'Långvarigt bistånd',
  unit: '%',
  kind: 'share',
  direction: 'lower',
  decimals: 1,
  area: 'ekonomiskt-bistand',
  sub: null,
  children: false,
  grades: null,
  ended: null,
} as const

const row = (municipality: string, name: string, value: number | null, more: Partial<CompareRow> = {}): CompareRow => ({
  municipality,
  name,
  value,
  status: value === null ? 'missing' : null,
  n: null,
  lower: null,
  upper: null,
  difference: null,
  comparison: null,
  uncertainty: 'unknown',
  margin: null,
  rank: null,
  of: 0,
  rankLower: null,
  rankUpper: null,
  band: null,
  other: null,
  loadedAt: null,
  revised: null,
  ...more,
})

type Given = Pick<CompareAnswer, 'period' | 'rows' | 'reference'> & { about: CompareAnswer['about'] }

const answer = (rows: CompareRow[], more: Partial<Given> = {}): Given => ({
  period: 2021,
  about,
  rows,
  reference: {
    id: 'all',
    name: 'Alla kommuner',
    count: 288,
    missing: 2,
    mean: 38,
    median: 37.8,
    q1: 32.3,
    q3: 43.6,
    min: 9,
    max: 63,
    country: null,
  },
  ...more,
})

const solna = row('0184', 'Solna', 28.1, { rank: 1, of: 8 })
/** So many others below and above Solna. */
const among = (below: number, above: number, level = 0) => [
  solna,
  ...Array.from({ length: below }, (_, i) => row(`b${i}`, `B${i}`, 10 + i / 1000)),
  ...Array.from({ length: above }, (_, i) => row(`a${i}`, `A${i}`, 40 + i / 1000)),
  ...Array.from({ length: level }, (_, i) => row(`l${i}`, `L${i}`, 28.1)),
]

describe('where a municipality stands', () => {
  test.each([
    [27, 260, 0, 'Solna ligger lägre än 9 av 10 kommuner', 'Solna is lower than 9 in 10 municipalities'],
    [2, 285, 0, 'Solna ligger lägre än nästan alla kommuner', 'Solna is lower than nearly all municipalities'],
    [200, 87, 0, 'Solna ligger högre än 7 av 10 kommuner', 'Solna is higher than 7 in 10 municipalities'],
    [144, 143, 0, 'Solna ligger nära mitten bland kommunerna', 'Solna is near the middle of the municipalities'],
    [0, 287, 0, 'Solna ligger lägst av alla', 'Solna is the lowest of all'],
    [0, 286, 1, 'Solna ligger lägst, lika med en annan', 'Solna is the lowest, level with one other'],
    [285, 0, 2, 'Solna ligger högst, lika med två andra', 'Solna is the highest, level with two others'],
    [
      40,
      247,
      0,
      'Solna ligger lägre än 86 procent av kommunerna',
      'Solna is lower than 86 per cent of the municipalities',
    ],
    [117, 0, 170, 'Solna har 28,1 %, som 170 av 287 andra', 'Solna has 28.1%, like 170 of 287 others'],
    [0, 0, 9, 'Solna ligger lika med alla andra', 'Solna is level with all the others'],
    [0, 0, 0, 'Solna är ensam om att ha ett värde', 'Solna is alone in having a value'],
    [1, 6, 0, 'Solna ligger lägre än 6 av 7 andra', 'Solna is lower than 6 of 7 others'],
  ])('%i below, %i above, %i level', (below, above, level, sv, en) => {
    const given = answer(among(below, above, level))
    expect(compareFinding(given, '0184', 'sv').title.replaceAll('\u00a0', ' ')).toBe(sv)
    expect(compareFinding(given, '0184', 'en').title).toBe(en)
  })

  test('is explained by value, direction, medians and place', () => {
    const others = [2, 3, 4].map((rank) => row(`s${rank}`, `S${rank}`, 40 + rank, { rank, of: 8 }))
    const group = answer([solna, ...others], {
      reference: { ...answer([]).reference, id: 'fou-nordvast', name: 'FoU Nordväst', median: 39.6 },
    })
    const { explanation } = compareFinding(answer(among(27, 260)), '0184', 'sv', group)
    expect(explanation.replaceAll('\u00a0', ' ')).toBe(
      '”Långvarigt bistånd” är 28,1 % i Solna 2021. Lägre är bättre. Medianen bland 288 kommuner är 37,8 %, i FoU Nordväst 39,6 %. Hur mycket som är slump går inte att säga: underlaget är inte känt. Solna är nummer 1 av 8 i FoU Nordväst.',
    )
  })

  test('a shared place is said to be shared, an interval is given', () => {
    const tied = row('0184', 'Solna', 28.1, { rank: 1, of: 8, lower: 25.1, upper: 31.1 })
    const given = answer([
      tied,
      row('0183', 'Sundbyberg', 28.1, { rank: 1, of: 8 }),
      row('0163', 'Sollentuna', 30, { rank: 3, of: 8 }),
    ])
    const { explanation } = compareFinding(given, '0184', 'sv', given)
    expect(explanation).toContain('Solna delar det bästa värdet med en annan i landet.')
    expect(explanation.replaceAll('\u00a0', ' ')).toContain('(95-procentigt intervall 25,1–31,1 %)')
  })

  test('without direction nothing is called better', () => {
    const { explanation } = compareFinding(
      answer(among(27, 260), { about: { ...about, direction: 'neutral' } }),
      '0184',
      'sv',
    )
    expect(explanation).toContain('inte bra eller dåligt i sig')
    expect(explanation).not.toMatch(/bättre|nummer/)
  })

  test.each([
    ['missing', 'uppgift saknas', 'no figure was reported'],
    ['secrecy', 'uppgiften omfattas av sekretess', 'the figure is covered by secrecy'],
    ['not-applicable', 'uppgiften är inte tillämplig', 'the figure does not apply'],
  ] as const)('a value that is %s has its reason', (status, sv, en) => {
    const given = answer([row('0184', 'Solna', null, { status })])
    expect(compareFinding(given, '0184', 'sv').title).toBe('Solna har inget värde för 2021')
    expect(compareFinding(given, '0184', 'sv').explanation).toContain(sv)
    expect(compareFinding(given, '0184', 'en').explanation).toContain(en)
  })

  test('of yes and no is an answer among answers', () => {
    const yesno = { ...about, kind: 'yesno', unit: 'ja/nej', decimals: 0 } as const
    const rows = [row('0184', 'Solna', 1), row('a', 'A', 1), row('b', 'B', 0)]
    expect(compareFinding(answer(rows, { about: yesno }), '0184', 'sv').title).toBe('Solna svarar ja, som 1 av 2 andra')
    expect(compareFinding(answer(rows, { about: yesno }), '0184', 'en').title).toBe(
      'Solna answers yes, like 1 of 2 others',
    )
  })
})

describe('the titles of the figures', () => {
  const nordvast = { ...answer([]).reference, id: 'fou-nordvast', name: 'FoU Nordväst', count: 3, min: 28.1, max: 50.3 }
  const three = [solna, row('a', 'A', 33, { rank: 2, of: 3 }), row('b', 'B', 50.3, { rank: 3, of: 3 })]

  test('name the lowest and the highest of the group, and the number of those between', () => {
    const given = answer(three, { reference: nordvast })
    expect(rankedFinding(given, '0184', 'sv')).toBe('Solna har lägst andel i FoU Nordväst')
    expect(rankedFinding(given, 'b', 'en')).toBe('B has the highest share in FoU Nordväst')
    expect(rankedFinding(given, 'a', 'sv')).toBe('A är nummer 2 av 3 i FoU Nordväst')
  })

  test('place a municipality that is no member beside the group', () => {
    const rows = [row('0184', 'Solna', 5), row('a', 'A', 10, { rank: 1 }), row('b', 'B', 20, { rank: 2 })]
    const given = answer(rows, { reference: nordvast })
    expect(rankedFinding(given, '0184', 'sv')).toBe('Solna ligger lägre än alla 2 i FoU Nordväst')
    rows[0]!.value = 15
    expect(rankedFinding(given, '0184', 'en')).toBe('Solna is higher than 1 of 2 in FoU Nordväst')
  })

  test('rank nobody where there is no direction or no value', () => {
    const neutral = answer(three, { reference: nordvast, about: { ...about, direction: 'neutral' } })
    expect(rankedFinding(neutral, 'a', 'sv').replaceAll('\u00a0', ' ')).toBe(
      'Kommunerna i FoU Nordväst ligger på 28,1–50,3 %, A på 33,0 %',
    )
    expect(spreadFinding(answer(three), 'en')).toBe('The municipalities of the country lie at 9.0–63.0%')
  })

  test('say where the middle half lies', () => {
    expect(distributionFinding(answer(three), 'sv').replaceAll('\u00a0', ' ')).toBe(
      'Hälften av kommunerna ligger på 32,3–43,6 %',
    )
  })
})

describe('uncertainty in the explanation', () => {
  const country = { ...answer([]).reference, country: 40.2 }
  const judged = (known: Partial<CompareRow> & { margin?: number }, comparedWith: 'country' | 'median') =>
    compareFinding(
      {
        ...answer([row('0184', 'Solna', 33, known)], { reference: country }),
        comparedWith,
      },
      '0184',
      'sv',
    ).explanation

  test('a difference is claimed only where it is more than chance', () => {
    expect(judged({ lower: 31, upper: 35 }, 'country')).toContain(
      'Det är bättre än riket (40,2\u00a0%) även med osäkerheten inräknad.',
    )
    expect(judged({ lower: 28, upper: 39 }, 'median')).toContain('Skillnaden mot medianen kan vara slump.')
    expect(judged({ margin: 3 }, 'median')).toContain(
      'Det är bättre än medianen, mer än värdena brukar svänga från år till år.',
    )
    expect(judged({ margin: 5 }, 'median')).toContain('inte större än värdena brukar svänga')
    expect(judged({}, 'country')).toContain('går inte att säga')
    expect(judged({}, 'country')).not.toMatch(/bättre än/)
  })

  test('a limit that reads like the median is not surely apart from it, in the title neither', () => {
    const many = Array.from({ length: 29 }, (_, at) => row(String(at), `K${at}`, at < 17 ? 0 : 9))
    const own = row('0184', 'Solna', 1.2, { lower: 0.03, upper: 6.5, uncertainty: 'stated' })
    const reference = { ...answer([]).reference, median: 0 }
    const { title, explanation } = compareFinding(answer([...many, own], { reference }), '0184', 'sv')
    expect(title).toContain('men inte säkert skilt från mitten')
    expect(explanation).not.toContain('även med osäkerheten inräknad')
    const sure = { ...own, lower: 0.3 }
    const surely = compareFinding(answer([...many, sure], { reference }), '0184', 'sv')
    expect(surely.title).not.toContain('inte säkert skilt')
  })

  test('a rank stands with its interval where that is known', () => {
    const ranked = (more: Partial<CompareRow>) => {
      const others = [1, 2, 3].map((rank) => row(`${rank}`, `A${rank}`, 20 + rank, { rank, of: 8 }))
      const group = answer([row('0184', 'Solna', 33, { rank: 7, of: 8, ...more }), ...others])
      return compareFinding(group, '0184', 'sv', group).explanation
    }
    expect(ranked({ rankLower: 6, rankUpper: 8 })).toContain('nummer 7 av 8 i landet, med 95 procents säkerhet 6–8.')
    expect(ranked({})).toContain('nummer 7 av 8 i landet.')
  })
})

describe('what goes without saying', () => {
  test('a count of all inhabitants, or of all women, is not told per inhabitant', () => {
    const people = {
      ...about,
      kind: 'count',
      unit: 'antal',
      direction: 'neutral',
      short: 'Invånare',
      decimals: 0,
    } as const
    const women = { about: people, sex: 'K' } as const
    const rows = [row('0184', 'Solna', 42_555), row('2425', 'Dorotea', 1_121)]
    const populationOf = (code: string) => (code === '0184' ? 85_450 : 2_400)
    const said = compareFinding({ ...answer(rows), ...women }, '0184', 'sv', undefined, { populationOf })
    expect(said.title.replace(/[\u00a0\u202f]/g, ' ')).toBe('Bland kvinnor har Solna 42 555')
  })

  test('both others are both', () => {
    const grades = { ...about, kind: 'ordinal', unit: 'skala 0–2', direction: 'neutral', decimals: 0 } as const
    const rows = ['Solna', 'Ekerö', 'Täby'].map((name, at) => row(String(at), name, 1))
    expect(compareFinding(answer(rows, { about: grades }), '0', 'sv').title).toContain('som de båda andra')
  })
})
