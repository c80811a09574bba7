import { expect, test } from 'vitest'
import { agendaOf } from '../../../data/model/meetings/agenda.ts'
import { Card } from '../../../data/model/meetings/card.ts'
import { TEMPLATES } from '../../../data/model/meetings/templates.ts'

const occasion = {
  lang: 'sv',
  group: 'fou-nordvast',
  municipality: '0184',
  indicators: ['N31807', 'N31814', 'N31816', 'N31001'].map((id, at) => ({
    ...{ id, short: `Mått ${id}`, core: at !== 3 },
    judged: at > 0,
  })),
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

test('who does better is found by a card on the first figure that has a better end, else it is asked', () => {
  const oj = TEMPLATES.find(({ id }) => id === 'oj')!
  const [asked] = oj.steps.flatMap((step) =>
    'title' in step && /Vem gör det bättre/.test(step.title.sv) ? [step] : [],
  )
  const made = (judged: boolean) => {
    const indicators = occasion.indicators.map((one) => ({ ...one, judged: judged && one.judged }))
    return agendaOf(oj, { ...occasion, indicators }).find(({ title }) => title === asked!.title.sv)!.content
  }
  expect(made(true)).toEqual({ kind: 'better', indicator: 'N31814' })
  expect(made(false)).toEqual({ kind: 'question', text: asked!.title.sv })
})

test('figures of a group single out none of its municipalities; those of the whole country are seen from one', () => {
  const oj = TEMPLATES.find(({ id }) => id === 'oj')!
  const seenFrom = (group: string) =>
    agendaOf(oj, { ...occasion, group }).flatMap(({ content }) =>
      content.kind === 'figure' ? [new URLSearchParams(content.query).get('municipality')] : [],
    )
  expect(new Set(seenFrom('fou-nordvast'))).toEqual(new Set([null]))
  expect(new Set(seenFrom('all'))).toEqual(new Set(['0184']))
})

test('the short one takes 45 minutes, half a day fits in four hours', () => {
  const minutes = (id: string) =>
    agendaOf(TEMPLATES.find((one) => one.id === id)!, occasion).reduce((sum, card) => sum + card.minutes, 0)
  expect(minutes('short')).toBe(45)
  expect(minutes('half-day')).toBeLessThanOrEqual(240)
})
