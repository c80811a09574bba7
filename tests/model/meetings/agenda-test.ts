import { expect, test } from 'vitest'
import { agendaOf } from '../../../data/model/meetings/agenda.ts'
import { Card } from '../../../data/model/meetings/card.ts'
import { TEMPLATES } from '../../../data/model/meetings/templates.ts'

const occasion = {
  lang: 'sv',
  group: 'fou-nordvast',
  municipality: '0184',
  indicators: ['N31807', 'N31814', 'N31816', 'N31001'].map((id, at) => ({ id, short: `Mått ${id}`, core: at !== 3 })),
  hasPrevious: true,
} as const

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s becomes cards that can be saved',
  (_, template) => {
    for (const lang of ['sv', 'en'] as const) {
      const cards = agendaOf(template, { ...occasion, lang })
      for (const card of cards) expect(Card.parse(card)).toEqual(card)
      expect(cards.map(({ weight }) => weight)).toEqual(cards.map((_, index) => (index + 1) * 1000))
    }
  },
)

test('last year comes first only where there is one, and the area gives its core figures', () => {
  const oj = TEMPLATES.find(({ id }) => id === 'oj')!
  const kinds = (hasPrevious: boolean) =>
    agendaOf(oj, { ...occasion, hasPrevious }).map(({ content }) => ('of' in content ? content.of : content.kind))
  expect(kinds(true).filter((kind) => kind === 'previous')).toHaveLength(1)
  expect(kinds(false)).not.toContain('previous')
  expect(kinds(true).filter((kind) => kind === 'figure')).toHaveLength(3)
})

test('the short one takes 45 minutes, half a day fits in four hours', () => {
  const minutes = (id: string) =>
    agendaOf(TEMPLATES.find((one) => one.id === id)!, occasion).reduce((sum, card) => sum + card.minutes, 0)
  expect(minutes('short')).toBe(45)
  expect(minutes('half-day')).toBeLessThanOrEqual(240)
})
