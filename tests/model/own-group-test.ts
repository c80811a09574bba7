import { describe, expect, it } from 'vitest'
import { askedAs, ownGroupId, readOwnGroup } from '../../data/model/own-group.ts'

describe('own group', () => {
  it('has an id that says who is in it and what it is called, the same however it was picked', () => {
    expect(ownGroupId({ name: 'Våra grannar', members: ['0184', '0163', '0184'] })).toBe('0163,0184~Våra grannar')
    expect(ownGroupId({ name: '', members: ['0184'] })).toBe('0184')
  })

  it('comes back from its id', () => {
    const group = { name: 'Ö & Co', members: ['0163', '0184'] }
    expect(readOwnGroup(ownGroupId(group))).toEqual(group)
  })

  it('cannot be mistaken by its name', () => {
    expect(readOwnGroup(ownGroupId({ name: ' a~b ', members: ['0184'] }))).toEqual({ name: 'a b', members: ['0184'] })
    expect(ownGroupId({ name: 'x'.repeat(99), members: ['0184'] })).toHaveLength(65)
  })

  it.each(['all', 'county-01', 'fou-nordvast', '', '018', '0184;0163', '0184~', '0184~a~b'])(
    'is not what "%s" stands for',
    (id) => expect(readOwnGroup(id)).toBeNull(),
  )

  it('is asked for by its codes only', () => {
    expect(askedAs('0163,0184~Våra grannar')).toBe('0163,0184')
    expect(askedAs('fou-nordvast')).toBe('fou-nordvast')
  })
})
