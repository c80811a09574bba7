import { expect, test } from 'vitest'
import type { Context } from '../../../dashboards/page/view.ts'
import { faceOf } from '../../../dashboards/views/followup/face.ts'
import type { Scope } from '../../../dashboards/views/followup/scope.ts'
import type { AggregateCell } from '../../../data/model/answers/aggregate.ts'

const context = (lang: 'sv' | 'en') => ({ lang }) as unknown as Context
const solna = { id: '0184', name: 'Solna', members: ['0184'], isGroup: false }
const nordvast = { id: 'fou-nordvast', name: 'FoU Nordväst', members: ['0184', '0163'], isGroup: true }
const scopeOf = (scope: Partial<Scope>): Scope => ({ place: solna, group: nordvast, period: '2023', ...scope }) as Scope

const cell = (place: string, count: number, shown?: number): AggregateCell =>
  ({
    ...{ place, count },
    ...(shown && { coverage: { shown, of: 8, unit: 'municipalities', text: `${shown} av 8 kommuner` } }),
  }) as AggregateCell

test('a face says what, where, when and of whom, on how many, and how much of the group it holds', () => {
  const seen = [cell('0184', 145), cell('0184', 140), cell('fou-nordvast', 900, 7), cell('fou-nordvast', 880, 6)]
  expect(
    faceOf({ what: 'Skattning (steg 0–9)', seen, also: ['streck: intervall', ''] }, scopeOf({}), context('sv')),
  ).toBe(
    'Skattning (steg 0–9), Solna 2023, alla kön · underlag omkring 140–145 personer · FoU Nordväst: 6–7 av 8 kommuner · streck: intervall',
  )
})

test('a group over several years counts person-years, and is told once', () => {
  const scope = scopeOf({ place: nordvast, group: null, period: '2021-2023' })
  expect(faceOf({ what: 'Rating', seen: [cell('fou-nordvast', 1200, 8)] }, scope, context('en'))).toBe(
    'Rating, FoU Nordväst 2021–2023, all sexes · base about 1,200 person-years · FoU Nordväst: 8 av 8 kommuner',
  )
})

test('a figure by sex does not say all sexes, and tells the base by group; of municipalities it is theirs', () => {
  expect(
    faceOf(
      { what: 'Förändring', seen: [cell('0184', 40), cell('0184', 90)], divided: 'bySex' },
      scopeOf({}),
      context('sv'),
    ),
  ).toBe('Förändring, Solna 2023 · underlag per grupp omkring 40–90 personer')
  const scope = scopeOf({ place: nordvast, group: null })
  expect(
    faceOf(
      { what: 'Skattning', seen: [cell('0163', 30), cell('0184', 60)], divided: 'otherwise' },
      scope,
      context('sv'),
    ),
  ).toBe('Skattning, FoU Nordväst 2023, alla kön · underlag per grupp omkring 30–60 personår')
  expect(faceOf({ what: 'Skattning', seen: [] }, scopeOf({}), context('sv'))).toBe('Skattning, Solna 2023, alla kön')
})
