import { describe, expect, test } from 'vitest'
import { en as pagesEn } from '../../../dashboards/text/en.ts'
import { methodsIn } from '../../../dashboards/text/method/index.ts'
import { sv as pagesSv } from '../../../dashboards/text/sv.ts'
import { METHODS } from '../../../data/model/methods.ts'

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
