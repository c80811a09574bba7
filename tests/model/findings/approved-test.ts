import { expect, test } from 'vitest'
import type { Lang } from '../../../data/model/numbers.ts'
import { CHAPTERS } from './approved/sentences.ts'

/** One line a sentence, spaces made plain, so that a person can read and approve it. */
function* linesOf(chapter: keyof typeof CHAPTERS, lang: Lang): Generator<string> {
  for (const [situation, said] of CHAPTERS[chapter](lang)) {
    yield `## ${situation}`
    for (const [maker, sentence] of said)
      yield `${maker.padEnd(13)}${sentence.replaceAll(/[\u00a0\u202f]/g, ' ')}`.trimEnd()
  }
}

const cases = (['sv', 'en'] as const).flatMap((lang) =>
  (Object.keys(CHAPTERS) as (keyof typeof CHAPTERS)[]).map((chapter) => [chapter, lang] as const),
)

/** The files were read line by line before they were approved; what changes in them is to be read again. */
test.each(cases)('the sentences of %s in %s are those that were approved', async (chapter, lang) => {
  await expect(`${[...linesOf(chapter, lang)].join('\n')}\n`).toMatchFileSnapshot(`approved/${chapter}.${lang}.txt`)
})

test.each(cases)('the sentences of %s in %s have no seams', (chapter, lang) => {
  const odd = [...linesOf(chapter, lang)].filter((line) =>
    /undefined|null|NaN|Infinity| {2}\S.* {2}|\b1 av 1\b|\b(\d{4})–\1\b|\.\.|,,|;\s*;| ,|i Gotland|i Orust/.test(
      line.slice(13),
    ),
  )
  expect(odd).toEqual([])
})
