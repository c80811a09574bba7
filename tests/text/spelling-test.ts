import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../data/catalogue/index.ts'
import { isSwedish, literalsIn, swedishSaidIn, wordsOf } from './spelling.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const filesIn = (folder: string, wanted: RegExp) =>
  (readdirSync(join(ROOT, folder), { recursive: true }) as string[])
    .filter((name) => wanted.test(name))
    .map((name) => `${folder}/${name}`)

/** Words of the field, names and what is borrowed: read one by one before they were put here. */
const KNOWN = new Set(read('tests/text/words-of-the-field.txt').split('\n').filter(Boolean))

const names = () => {
  const { municipalities, groups, regions } = catalogue()
  return new Set(
    [
      ...municipalities.map(({ name }) => name),
      ...groups.map(({ name }) => name.sv),
      ...regions.map(({ name }) => name.sv),
    ]
      .flatMap(wordsOf)
      .map((name) => name.toLowerCase()),
  )
}

function misspelt(texts: readonly string[]): string[] {
  const places = names()
  const odd = texts
    .flatMap(wordsOf)
    .filter((word) => !KNOWN.has(word) && !places.has(word.toLowerCase()) && !isSwedish(word.toLowerCase()))
  return [...new Set(odd)].sort()
}

test('the check sees a misspelt word, and takes a compound', () => {
  const wrong = ['kommunn', 'indikatro', 'spridnigen', 'fjärdedlen', 'osäkehret', 'asdfgh', 'medianne']
  expect(misspelt(wrong)).toEqual([...wrong].sort())
  expect(misspelt(['biståndshushåll', 'försörjningshinder', 'fjärdedelen', 'analysmöte', 'röjandekontroll'])).toEqual(
    [],
  )
})

/** The sentences of an approved file, without headings and the names of their makers. */
const sentencesIn = (approved: string) =>
  approved
    .split('\n')
    .filter((line) => !line.startsWith('## '))
    .map((line) => line.slice(13))

describe('every Swedish text is spelt as the dictionary has it:', () => {
  test.each(filesIn('dashboards/text', /(^|\/)sv\.ts$/))('%s', (file) => {
    expect(misspelt(literalsIn(read(file)))).toEqual([])
  })

  test.each(['data/model', 'api', 'etl'])('what is said in %s', (folder) => {
    const texts = filesIn(folder, /\.ts$/).flatMap((file) => swedishSaidIn(read(file)))
    expect(texts.length).toBeGreaterThan(3)
    expect(misspelt(texts)).toEqual([])
  })

  test.each(filesIn('tests/model/findings/approved', /\.sv\.txt$/))('the approved sentences of %s', (file) => {
    expect(misspelt(sentencesIn(read(file)))).toEqual([])
  })

  test('the catalogue', () => {
    const { indicators, bases, areas } = catalogue()
    const texts = [...indicators, ...bases].flatMap((one) => [
      ...[one.title.sv, one.short.sv, one.says.sv, one.matters.sv, one.directionReason.sv, one.unitText.sv],
      ...[one.baseReason?.sv ?? '', ...(one.grades ?? []).map(({ name }) => name.sv)],
    ])
    expect(
      misspelt([...texts, ...areas.flatMap(({ name, subs }) => [name.sv, ...subs.map((sub) => sub.name.sv)])]),
    ).toEqual([])
  })
})
