import { describe, expect, it } from 'vitest'
import { differencesFinding, enumerate, similarFinding } from '../../../data/model/findings/similar.ts'

const about = {} as Parameters<typeof similarFinding>[0]['indicators'][number]['about']
const measure = (weight: number) => ({ indicator: 'N02926', about, period: 2021, weight, mean: 1, sd: 1 })
const neighbour = (name: string, distance: number) => ({ municipality: '0183', name, distance, parts: [] })
const answer = {
  name: 'Solna',
  indicators: [measure(1), measure(2), measure(0)],
  neighbours: [neighbour('Sundbyberg', 0.418), neighbour('Nacka', 0.6), neighbour('Täby', 0.7), neighbour('Lund', 0.8)],
}

describe('finding of similar municipalities', () => {
  it('names the three nearest and tells how the distance is counted', () => {
    expect(similarFinding(answer, 'sv')).toEqual({
      title: 'Sundbyberg, Nacka och Täby liknar Solna mest',
      explanation:
        'Avståndet räknas i standardavvikelser över 2 mått; 0 är helt lika. Sundbyberg ligger närmast, på 0,42.',
    })
    expect(similarFinding(answer, 'en').title).toBe('Sundbyberg, Nacka and Täby are most like Solna')
  })

  it('speaks of one where there is one', () => {
    const one = { ...answer, indicators: [measure(1)], neighbours: answer.neighbours.slice(0, 1) }
    expect(similarFinding(one, 'en').title).toBe('Sundbyberg is most like Solna')
    expect(similarFinding(one, 'sv').explanation).toContain('över 1 mått')
  })

  it('says what to do where none can be compared', () => {
    const none = similarFinding({ ...answer, indicators: [measure(0)], neighbours: [] }, 'sv')
    expect(none.title).toBe('Ingen kommun går att jämföra med Solna')
    expect(none.explanation).toContain('vikt över noll')
  })

  it('tells in which measure the neighbours are most and least alike', () => {
    const named = (indicator: string, short: string) => ({ ...measure(1), indicator, about: { ...about, short } })
    const parts = (a: number, b: number | null) => [
      { indicator: 'A', own: 1, theirs: 2, part: a },
      { indicator: 'B', own: 1, theirs: 2, part: b },
    ]
    const apart = {
      name: 'Solna',
      indicators: [named('A', 'Ålder'), named('B', 'Inkomst')],
      neighbours: [
        { ...neighbour('Nacka', 1), parts: parts(0.9, 0.1) },
        { ...neighbour('Täby', 1), parts: parts(0.6, null) },
      ],
    }
    expect(differencesFinding(apart, 'sv')).toBe('Mest lika Solna i ”Inkomst”, minst i ”Ålder”')
    expect(differencesFinding({ ...apart, neighbours: [] }, 'en')).toBe('How the municipalities differ from Solna')
  })

  it('enumerates', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((names) => enumerate(names, 'sv'))).toEqual([
      '',
      'a',
      'a och b',
      'a, b och c',
    ])
  })
})
