import { expect, test } from 'vitest'
import { HIDDEN, type ProtectedFigure } from '../../../data/model/findings/followup.ts'
import {
  type Split,
  splitSentence,
  subjectSentence,
  widestSentence,
} from '../../../data/model/findings/followup-split.ts'

const around = (value: number, reach: number): ProtectedFigure => ({
  value,
  bound: null,
  lower: value - reach,
  upper: value + reach,
  count: 40,
})
const split = (of: string, by: string, figures: Record<string, ProtectedFigure>): Split => ({
  of,
  by,
  kind: 'mean',
  categories: Object.entries(figures).map(([title, figure]) => ({ id: title, title, figure })),
})
const drugs = split('Narkotika', 'Dominerande preparat', {
  Alkohol: around(1.1, 0.4),
  Cannabis: around(5.6, 0.9),
  Heroin: HIDDEN,
})
const sexes = split('Narkotika', 'Kön', { Kvinna: around(4.1, 0.8), Man: around(3.8, 0.5), Annat: HIDDEN })

test('a breakdown names its highest and lowest where they are apart', () => {
  expect(splitSentence(drugs, 'sv')).toBe('Högst cannabis (5,6), lägst alkohol (1,1)')
  expect(splitSentence(sexes, 'sv')).toBe('Ingen säker skillnad efter kön')
  expect(subjectSentence(drugs, 'en')).toBe('Narkotika: highest cannabis (5.6), lowest alkohol (1.1)')
})

test('a breakdown of which fewer than two categories are shown compares nothing', () => {
  expect(splitSentence(split('A', 'Ålder', { a: around(3, 1), b: HIDDEN }), 'sv')).toBe('Bara a (3,0) kan visas')
  expect(splitSentence(split('A', 'Ålder', { a: HIDDEN, b: HIDDEN }), 'sv')).toBe('För få att visa efter ålder')
  expect(subjectSentence(split('Månader', 'Modul', { Familjehem: around(34, 4) }), 'sv')).toBe(
    'Månader: familjehem (34,0)',
  )
})

test('of several breakdowns the widest is named, and none that chance can make', () => {
  expect(widestSentence([sexes, drugs], 'sv')).toBe(
    'Narkotika skiljer sig efter dominerande preparat: cannabis (5,6) mot alkohol (1,1)',
  )
  expect(widestSentence([sexes], 'sv')).toBe('Inga säkra skillnader mellan grupperna')
  expect(widestSentence([split('A', 'B', { a: HIDDEN })], 'en')).toBe('Too few groups can be shown to be compared')
})

test('highest and lowest are said of those that are so beyond doubt; else only that two differ', () => {
  const ladder = split('A', 'Ålder', {
    a: around(1, 0.5),
    b: around(1.6, 0.5),
    c: around(2.2, 0.5),
    d: around(2.8, 0.5),
  })
  expect(splitSentence(ladder, 'sv')).toBe('D (2,8) ligger över a (1,0)')
  expect(splitSentence(split('A', 'B', { a: around(1, 0.2), b: around(2, 0.2), c: around(2.1, 0.2) }), 'sv')).toBe(
    'Högst c (2,1) och b (2,0), lägst a (1,0)',
  )
})

test('a difference that holds for two is not claimed for the ends of many', () => {
  const two = { a: around(3, 0.5), b: around(3.8, 0.5) }
  const many = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`c${at}`, around(3.1 + at / 20, 0.5)]))
  expect(splitSentence(split('A', 'B', two), 'sv')).toBe('Högst b (3,8), lägst a (3,0)')
  expect(splitSentence(split('A', 'B', { ...two, ...many }), 'sv')).toBe('Ingen säker skillnad efter b')
})

test('those that are written alike share the place, names keep their capitals', () => {
  const level = split('A', 'B', { Heroin: around(5.62, 0.4), Cannabis: around(5.58, 0.4), Alkohol: around(1.1, 0.4) })
  expect(splitSentence(level, 'sv')).toBe('Högst heroin (5,6) och cannabis (5,6), lägst alkohol (1,1)')
  const places = split('A', 'Kommun', { Solna: around(5.6, 0.4), Ekerö: around(1.1, 0.4) })
  const named = places.categories.map((category) => ({ ...category, name: true }))
  expect(splitSentence({ ...places, categories: named }, 'en')).toBe('Highest Solna (5.6), lowest Ekerö (1.1)')
  expect(splitSentence(split('A', 'B', { 'UBU-F': around(5, 0.4), Kontaktfamilj: around(1, 0.4) }), 'sv')).toBe(
    'Högst UBU-F (5,0), lägst kontaktfamilj (1,0)',
  )
})
