import { describe, expect, test } from 'vitest'
import type { FunnelAnswer } from '../../../data/model/answers/funnel.ts'
import { funnelFinding } from '../../../data/model/findings/funnel.ts'

type Point = FunnelAnswer['points'][number]

const point = (name: string, more: Partial<Point> = {}): Point => ({
  municipality: name,
  name,
  value: 50,
  status: null,
  n: 100,
  outside: null,
  outsideAdjusted: null,
  ...more,
})

const answer = (points: Point[], tauSquared = 20) => ({ points, overdispersion: { phi: 4.24, tauSquared } })

const titleOf = (own: Point, lang: 'sv' | 'en' = 'sv') => funnelFinding(answer([own, point('B')]), 'A', lang).title

describe('the title of a funnel', () => {
  test.each([
    [{}, 'A ligger i tratten: skillnaden mot landet kan vara slump'],
    [{ outside: 'below998' }, 'A ligger i tratten: skillnaden mot landet är mer än slump men inte ovanlig'],
    [{ outside: 'above998', outsideAdjusted: 'above95' }, 'A ligger i trattens kant, högre än väntat'],
    [{ outside: 'below998', outsideAdjusted: 'below998' }, 'A ligger utanför tratten, klart lägre än väntat'],
  ] as const)('%o: %s', (more, title) => {
    expect(titleOf(point('A', more))).toBe(title)
  })

  test('is said in English too', () => {
    const far = point('A', { outside: 'above998', outsideAdjusted: 'above998' })
    expect(titleOf(far, 'en')).toBe('A lies outside the funnel, clearly higher than expected')
  })

  test('without the own value or base says how many lie outside', () => {
    const far = point('B', { outsideAdjusted: 'below998' })
    for (const own of [point('A', { n: null }), point('A', { value: null, status: 'secrecy' })])
      expect(funnelFinding(answer([own, far, point('C')]), 'A', 'sv').title).toBe(
        '1 av 2 kommuner ligger utanför tratten',
      )
    expect(funnelFinding(answer([point('B')]), 'A', 'sv').title).toBe(
      'Den enda kommunen med känt underlag ligger i tratten',
    )
  })
})

test('where the spread leaves no funnel, that is said', () => {
  const lost = { points: [point('A'), point('B')], overdispersion: { phi: 159, tauSquared: 90 } }
  expect(funnelFinding(lost, 'A', 'sv').title).toBe(
    'Kommunerna skiljer sig åt så mycket mer än slumpen att en tratt inget säger',
  )
})

describe('the explanation of a funnel', () => {
  test('counts the outer limits only, and says how much wider than chance', () => {
    const points = [
      point('A', { outsideAdjusted: 'above998' }),
      point('B', { outsideAdjusted: 'above95' }),
      point('C', { outsideAdjusted: 'below998' }),
      point('D', { n: null }),
      point('E', { value: null, status: 'missing', n: null }),
    ]
    expect(funnelFinding(answer(points), 'A', 'sv').explanation).toBe(
      'Av 3 kommuner ligger 1 över och 1 under den yttre gränsen. Kommunerna skiljer sig åt mer än slumpen (överspridning 4,2), så gränserna är vidgade; de streckade är slumpen ensam. 1 kommun utan känt underlag visas inte.',
    )
  })

  test('does not speak of widening where chance explains the spread', () => {
    const { explanation } = funnelFinding(answer([point('A')], 0), 'A', 'sv')
    expect(explanation).toContain('inte åt mer än slumpen, så gränserna är inte vidgade')
    expect(explanation).not.toContain('streckade')
  })
})
