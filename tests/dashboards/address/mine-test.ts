import { describe, expect, test } from 'vitest'
import { namedIn } from '../../../dashboards/address/named-indicators.ts'
import { readState } from '../../../dashboards/address/state.ts'
import { withMine } from '../../../dashboards/parts/mine.ts'

describe('my indicators', () => {
  test('one more stands last, beside those of the address and of the browser, each once', () => {
    expect(withMine('N15002', ['N15001'], ['N15000', 'N15001'])).toBe('N15000,N15001,N15002')
    expect(withMine('N15000', ['N15000'], [])).toBe('N15000')
  })

  test('the address holds the latest twenty', () => {
    const kept = Array.from({ length: 20 }, (_, i) => `N${15000 + i}`)
    const added = withMine('N16000', [], kept)
    expect(added.split(',')).toEqual([...kept.slice(1), 'N16000'])
    expect(readState(`?mine=${added}`).mine).toBe(added)
  })
})

describe('what an address names', () => {
  test('indicators, wherever they stand in it, and the area of a page that shows all of one', () => {
    const state = readState('?view=profile&area=kolada-miljo&indicator=N15000&mine=N15001,N15002&at=N15003')
    expect(namedIn(state)).toEqual({ ids: ['N15000', 'N03937', 'N15003', 'N15001', 'N15002'], area: 'kolada-miljo' })
    expect(namedIn(readState('?view=compare&area=kolada-miljo')).area).toBe('')
  })
})
