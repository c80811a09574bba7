import { describe, expect, test } from 'vitest'
import { asi } from '../../data/instruments/asi.ts'
import { cellsOf, familiesOf } from '../../data/instruments/cells.ts'
import type { InterviewKind } from '../../data/instruments/definition.ts'
import { instruments } from '../../data/instruments/index.ts'
import { decimalsOf, endsOf, isDifference, itemsOf, stretchOf } from '../../data/instruments/items.ts'
import { ubu } from '../../data/instruments/ubu.ts'

const itemOf = (id: string, kind: InterviewKind) => {
  const { measures } = instruments.find((instrument) => instrument.measures.some((measure) => measure.id === id))!
  return itemsOf(measures, kind).find((item) => item.measures.some((measure) => measure.id === id))
}

describe('an item', () => {
  test('holds everything that reads the same number, cut where its shares and steps begin or end', () => {
    const rating = itemOf('alkohol_skattning_grund', 'baseline')!
    expect(rating.measures.map(({ id }) => id)).toEqual([
      'alkohol_skattning_grund',
      'alkohol_skattning_minst_4_grund',
      'alkohol_problemfria_grund',
      'alkohol_skattning_fordelning_grund',
    ])
    expect(rating).toMatchObject({ cuts: [2, 4, 6, 8], barCuts: [4, 2, 6, 8], middles: [0.5, 2.5, 4.5, 6.5, 8.5] })
  })

  test('of a change is cut at the outcomes', () => {
    expect(itemOf('alkohol_forbattrade', 'change')).toMatchObject({ cuts: [-2, -1, 2, 3], middles: null })
  })

  test('with a mean on five steps is cut at every one', () => {
    expect(itemOf('barn_trygghet_arlig', 'yearly')).toMatchObject({ cuts: [2, 3, 4, 5], middles: [1, 2, 3, 4, 5] })
  })

  test('of yes or no is cut between them', () => {
    for (const [id, kind] of [
      ['uppfoljda', 'baseline'],
      ['tandvard_arlig', 'yearly'],
      ['skolgang_enligt_plan_arlig', 'yearly'],
    ] as const) {
      expect(itemOf(id, kind), id).toMatchObject({ cuts: [1], middles: null })
    }
  })

  test('a mean without shares or steps is none', () => {
    expect(itemOf('alkohol_oro_grund', 'baseline')).toBeUndefined()
    expect(itemOf('alkohol_skattning_fore', 'change')).toBeUndefined()
  })
})

test('what passes a test is a stretch of whole numbers', () => {
  expect(stretchOf({ atMost: -2.298 })).toEqual({ from: null, below: -2 })
  expect(stretchOf({ between: [-1, 1] })).toEqual({ from: -1, below: 2 })
  expect(stretchOf({ atLeast: 2.298 })).toEqual({ from: 3, below: null })
})

test('every change and every gap has the two means that it is the difference of', () => {
  const ids = (measure: string): string[] => {
    const { measures } = measure.startsWith('glapp') ? ubu : asi
    const ends = endsOf(measures, measures.find(({ id }) => id === measure)!)!
    return [ends.of.id, ends.minus.id]
  }
  expect(ids('alkohol_dagar_forandring')).toEqual(['alkohol_dagar_efter', 'alkohol_dagar_fore'])
  expect(ids('glapp_skola_avslut')).toEqual(['barn_skola_avslut', 'socialsekreterare_skola_avslut'])
  for (const { measures } of instruments) {
    for (const measure of measures) expect(endsOf(measures, measure) !== null, measure.id).toBe(isDifference(measure))
  }
})

test('composites have two decimals, other means one, shares and counts none', () => {
  const decimals = (id: string): number => decimalsOf(asi.measures.find((measure) => measure.id === id)!)
  const ids = [
    'alkohol_sammanvagt_grund',
    'alkohol_sammanvagt_forandring',
    'alkohol_dagar_grund',
    'uppfoljda',
    'personer_grund',
  ]
  expect(ids.map(decimals)).toEqual([2, 2, 1, 0, 0])
})

test('a family is a cell and the same with each sex', () => {
  const cells = cellsOf(asi)
  const named = familiesOf(asi).map(({ whole, parts }) => [whole, ...parts].map((place) => cells[place]!.name))
  expect(named).toHaveLength(1 + 6)
  expect(named[0]).toEqual(['', 'kon:kvinna', 'kon:man', 'kon:annat'])
  expect(named[1]).toEqual([
    'aldersgrupp:18-24',
    'aldersgrupp:18-24,kon:kvinna',
    'aldersgrupp:18-24,kon:man',
    'aldersgrupp:18-24,kon:annat',
  ])
})
