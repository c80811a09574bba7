import { expect, test } from 'vitest'
import type { Context } from '../../../dashboards/page/view.ts'
import {
  answeredAs,
  comparedWith,
  membersOf,
  placeOf,
  placesQuestion,
} from '../../../dashboards/views/followup/spots.ts'

const place = (code: string, name: string) => ({ code, name })
const OWN = '0163,0184~Våra grannar'

/** As much of a view's context as the choice of places rests on. */
function context(state: { municipality?: string; place?: string; group?: string }): Context {
  const municipalities = new Map(
    [place('0184', 'Solna'), place('0163', 'Sollentuna'), place('0125', 'Ekerö')].map((one) => [one.code, one]),
  )
  const groups = new Map(
    [
      { id: 'fou-nordvast', name: 'FoU Nordväst', members: ['0184', '0163', '0125'] },
      { id: OWN, name: 'Våra grannar', members: ['0163', '0184'] },
    ].map((group) => [group.id, group]),
  )
  const chosen = { municipality: '', place: '', group: 'fou-nordvast', ...state }
  return { state: chosen, lists: { municipalities, groups } } as unknown as Context
}

test('the place is the municipality, or the group that stands in its place', () => {
  expect(placeOf(context({ municipality: '0184' }))).toMatchObject({ name: 'Solna', isGroup: false })
  expect(placeOf(context({ municipality: '0184', place: 'fou-nordvast' }))).toMatchObject({
    name: 'FoU Nordväst',
    isGroup: true,
  })
  expect(placeOf(context({}))).toBeNull()
})

test('a group is not compared with itself', () => {
  expect(comparedWith(context({ place: 'fou-nordvast' }))).toBeNull()
  expect(comparedWith(context({ municipality: '0184' }))?.id).toBe('fou-nordvast')
})

test('the members of a group stand in Swedish order', () => {
  const given = context({ place: 'fou-nordvast' })
  expect(membersOf(placeOf(given)!, given).map(({ name }) => name)).toEqual(['Ekerö', 'Sollentuna', 'Solna'])
})

test('a municipality is asked for by its code, an own group by its members', () => {
  const given = context({ municipality: '0184', group: OWN })
  const spots = [placeOf(given)!, comparedWith(given)!]
  expect(placesQuestion(spots)).toEqual({ places: '0184', municipalities: '0163,0184' })
  expect(spots.map(answeredAs)).toEqual(['0184', 'own'])
})
