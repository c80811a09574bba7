import { expect, test } from 'vitest'
import { may, reaches, type Who } from '../../api/access/who.ts'
import type { Role } from '../../data/model/roles.ts'

const somebody = (role: Role, scope = '', only: string[] | null = null): Who => ({
  ...{ id: 'x', name: 'X', rolesFrom: 'here', signIn: null },
  grants: [{ role, scope }],
  only,
})

test('a role reaches the municipalities that it was given for, and no neighbour', () => {
  const solna = somebody('manager', '0184')
  expect([reaches(solna, 'uploads.send', '0184'), reaches(solna, 'uploads.send', '0183')]).toEqual([true, false])
  const analyst = somebody('analyst', 'fou-nordvast')
  expect([reaches(analyst, 'uploads.calendar', '0183'), reaches(analyst, 'uploads.calendar', '0180')]).toEqual([
    true,
    false,
  ])
  expect(reaches(analyst, 'uploads.send', '0183')).toBe(false)
  expect(reaches(somebody('administrator'), 'uploads.calendar', '0180')).toBe(true)
  expect(reaches(null, 'uploads.send', '0184')).toBe(false)
})

test('a token carries no more than it was given, and no more than its owner', () => {
  const token = somebody('manager', '0184', ['uploads.send', 'accounts.manage'])
  expect([may(token, 'uploads.send'), may(token, 'followup.read'), may(token, 'account.own')]).toEqual([
    true,
    false,
    false,
  ])
  expect(may(token, 'accounts.manage')).toBe(false)
})
