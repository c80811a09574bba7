import { expect, it } from 'vitest'
import { asGroup } from '../../../dashboards/browser-storage/own-groups.ts'

const unnamed = 'Egen grupp'

it('stands among the groups, with a name even where it was given none', () => {
  expect(asGroup('0163,0184', unnamed)).toEqual({
    id: '0163,0184',
    name: 'Egen grupp',
    kind: 'own',
    members: ['0163', '0184'],
  })
  expect(asGroup('all', unnamed)).toBeNull()
})
