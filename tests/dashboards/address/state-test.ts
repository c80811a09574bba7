import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedState, PARAMETERS, readState, type State, writeState } from '../../../dashboards/address/state.ts'

const names = Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[]

/** Any state that can be chosen: each parameter what it falls back on, or a text that its pattern allows. */
const anyState = fc.record(
  Object.fromEntries(
    names.map((name) => {
      const { fallback, pattern } = PARAMETERS[name]
      return [name, fc.oneof(fc.constant(fallback), fc.stringMatching(pattern))]
    }),
  ),
) as fc.Arbitrary<State>

describe('the address', () => {
  test('reads back as the state that it was written from', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(readState(new URL(writeState(state), 'http://x/').search)).toEqual(state)
      }),
    )
  })

  test('is one for one state: reading and writing again changes nothing', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const once = writeState(readState(`?${query}`))
        expect(writeState(readState(new URL(once, 'http://x/').search))).toBe(once)
      }),
    )
  })

  test('holds an indicator that did not come from Kolada', () => {
    const state = readState('?indicator=oj_rutin-2&other=LOKAL_1&measures=N31807,LOKAL_1')
    expect(state).toMatchObject({ indicator: 'oj_rutin-2', other: 'LOKAL_1', measures: 'N31807,LOKAL_1' })
  })

  test('of the bare page is bare', () => {
    expect(writeState(readState(''))).toBe('/')
  })

  test('leaves out what is unknown and what is malformed', () => {
    const state = readState('?view=compare&municipality=Solna&sex=X&period=20211&nonsense=1&lang=de')
    expect(state).toEqual({ ...readState(''), view: 'compare' })
    expect(writeState(state)).toBe('?view=compare')
  })

  test('points at a place on one page only: it falls away where another is turned to', () => {
    const pointed = readState('?view=method&at=rank&municipality=0184')
    expect(changedState(pointed, { view: 'compare' })).toEqual({ ...pointed, view: 'compare', at: '' })
    expect(changedState(pointed, { view: 'about', at: 'N31807' }).at).toBe('N31807')
    expect(changedState(pointed, { lang: 'en' }).at).toBe('rank')
  })

  test('holds a selection on its own page only, so that the menu leads to the one that the browser keeps', () => {
    const selected = readState('?view=selection&basket=abc')
    expect(changedState(selected, { view: 'compare' }).basket).toBe('')
    expect(changedState(selected, { lang: 'en' }).basket).toBe('abc')
  })
})
