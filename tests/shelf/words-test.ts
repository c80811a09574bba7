import { expect, test } from 'vitest'
import { excerptOf, wordCounts, wordsOf } from '../../data/model/shelf/words.ts'

test('words are folded, however their letters are put together; letters alone are none', () => {
  expect(wordsOf('Åtgärder i Växjö, 2023: A\u030Atga\u0308rder')).toEqual(['åtgärder', 'växjö', '2023', 'åtgärder'])
  expect(wordsOf('x'.repeat(100))).toEqual(['x'.repeat(40)])
  expect(wordCounts('bistånd och bistånd').get('bistånd')).toBe(2)
})

test('an excerpt stands around a word that begins with what was asked, not around one that holds it', () => {
  const text = `${'avbistånd '.repeat(40)}Här finns bistånd. ${'slut '.repeat(60)}`
  expect(excerptOf(text, ['bist'])).toMatch(/^… .*Här finns bistånd\. slut.* …$/)
  expect(excerptOf('Kort text', ['saknas'])).toBe('Kort text')
})
