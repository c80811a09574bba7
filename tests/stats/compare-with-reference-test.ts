import { describe, expect, it } from 'vitest'
import { compareWithReference } from '../../data/stats/index.ts'

describe('compareWithReference', () => {
  it('judges in the direction of the indicator', () => {
    expect(compareWithReference(60, 55, 65, 50, 'higher')).toBe('better')
    expect(compareWithReference(60, 55, 65, 50, 'lower')).toBe('worse')
    expect(compareWithReference(60, 55, 65, 50, 'neutral')).toBe('higher')
    expect(compareWithReference(60, 55, 65, 70, 'higher')).toBe('worse')
    expect(compareWithReference(60, 55, 65, 70, 'lower')).toBe('better')
    expect(compareWithReference(60, 55, 65, 70, 'neutral')).toBe('lower')
  })

  it('is similar inside the interval and on its limit', () => {
    for (const reference of [55, 58, 65]) expect(compareWithReference(60, 55, 65, reference, 'higher')).toBe('similar')
  })

  it('says nothing when a number is missing or the value is outside its limits', () => {
    expect(compareWithReference(60, null, 65, 50, 'higher')).toBeNull()
    expect(compareWithReference(60, 55, 65, undefined, 'higher')).toBeNull()
    expect(compareWithReference(60, 55, Number.POSITIVE_INFINITY, 50, 'higher')).toBeNull()
    expect(compareWithReference(70, 55, 65, 50, 'higher')).toBeNull()
  })
})
