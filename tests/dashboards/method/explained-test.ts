import { describe, expect, test } from 'vitest'
import { en as pagesEn } from '../../../dashboards/text/en.ts'
import { methodsIn } from '../../../dashboards/text/method/index.ts'
import { sv as pagesSv } from '../../../dashboards/text/sv.ts'
import { ASI_MEASURES } from '../../../data/instruments/asi-measures.ts'
import { METHODS } from '../../../data/model/methods.ts'
import { writeNumber } from '../../../data/model/numbers.ts'

describe.each(['sv', 'en'] as const)('the methods in %s', (lang) => {
  const { explained } = methodsIn(lang)

  test('are all there, in four sentences each', () => {
    expect(Object.keys(explained).sort()).toEqual([...METHODS].sort())
    for (const { sentences } of Object.values(explained)) {
      expect(sentences.length).toBe(4)
      for (const sentence of sentences) expect(sentence).toMatch(/^[^.]*\p{L}([^.]|\.\d)*\.$/u)
    }
  })

  test('have a picture told in words, a formula and a source', () => {
    for (const { picture, formula, source } of Object.values(explained)) {
      expect(picture).toMatch(/\.$/)
      expect(formula.length).toBeGreaterThan(20)
      expect(source.length).toBeGreaterThan(15)
    }
  })

  test('have a short name of their own for links', () => {
    const names = Object.values((lang === 'sv' ? pagesSv : pagesEn).methods)
    expect(new Set(names).size).toBe(METHODS.length)
  })
})

test('no method is left in the other language', () => {
  const [sv, en] = [methodsIn('sv').explained, methodsIn('en').explained]
  for (const id of METHODS) {
    for (const [index, sentence] of sv[id].sentences.entries()) expect(en[id].sentences[index]).not.toBe(sentence)
    expect(en[id].labels.length).toBe(sv[id].labels.length)
  }
})

test.each(['sv', 'en'] as const)('what a reliable change is taken to be is told as it is computed, in %s', (lang) => {
  const { reliability, sdBaseline, threshold } = ASI_MEASURES.find(({ assumes }) => assumes)!.assumes!
  const told = methodsIn(lang).explained['reliable-change'].sentences[2]
  expect(told).toContain(writeNumber(reliability, 2, lang))
  expect(told).toContain(writeNumber(sdBaseline, 1, lang))
  expect(told).toContain(writeNumber(threshold, 1, lang))
})
