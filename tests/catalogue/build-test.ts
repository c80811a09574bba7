import { describe, expect, it } from 'vitest'
import { buildCatalogue, type CatalogueTexts } from '../../data/catalogue/build.ts'
import { readTexts } from '../../data/catalogue/index.ts'
import { CatalogueError, type Problem } from '../../data/catalogue/problem.ts'

const texts = readTexts()

/** The problems that the validator finds when one file is changed; a change that changes nothing is a mistake in the test. */
function problemsWith(file: keyof CatalogueTexts, change: (text: string) => string): readonly Problem[] {
  const broken = change(texts[file])
  expect(broken).not.toBe(texts[file])
  try {
    buildCatalogue({ ...texts, [file]: broken })
  } catch (error) {
    expect(error).toBeInstanceOf(CatalogueError)
    return (error as CatalogueError).problems
  }
  return []
}

const rowOf = (file: keyof CatalogueTexts, start: string) =>
  texts[file].split('\n').findIndex((line) => line.startsWith(start)) + 1
const lastRow = (file: keyof CatalogueTexts) => texts[file].trimEnd().split('\n').length
const lineOf = (file: keyof CatalogueTexts, start: string) => texts[file].split('\n')[rowOf(file, start) - 1]!
const appended = (line: string) => (text: string) => `${text.trimEnd()}\n${line}\n`

describe('a duplicate', () => {
  it.each([
    ['indicators.csv', 'id', 'N31814,'],
    ['meanings.csv', 'id', 'N31814,'],
    ['municipalities.csv', 'code', '0184,'],
    ['regions.csv', 'code', '0000,'],
  ] as const)('in %s is refused at its row', (file, column, start) => {
    const problems = problemsWith(file, appended(lineOf(file, start)))
    expect(problems).toContainEqual(
      expect.objectContaining({ file, row: lastRow(file) + 1, column, message: expect.stringContaining('dubblett') }),
    )
  })

  it('of a group or an area is refused', () => {
    const twice = (text: string) => JSON.stringify([...JSON.parse(text), JSON.parse(text)[0]])
    expect(problemsWith('groups.json', twice)).toContainEqual(
      expect.objectContaining({ file: 'groups.json', row: 37, column: 'id' }),
    )
    expect(problemsWith('areas.json', twice)).toContainEqual(
      expect.objectContaining({ file: 'areas.json', row: 11, column: 'id' }),
    )
  })

  it('of a municipality within a group is refused', () => {
    const problems = problemsWith('groups.json', (text) => text.replace('"0162", "0186"', '"0162", "0162"'))
    expect(problems.map(({ column }) => column)).toEqual(['members'])
  })
})

describe('a missing field', () => {
  it('is refused in every column that must have a value', () => {
    const optional = ['sub', 'yesNoCoding', 'multiplier', 'scale.min', 'scale.max', 'base', 'discontinued'].concat([
      'baseReason.sv',
      'baseReason.en',
    ])
    const [header, ...rows] = texts['indicators.csv'].split('\n')
    for (const column of header!.split(',').filter((name) => !optional.includes(name))) {
      const at = header!.split(',').indexOf(column)
      const emptied = rows[1]!.replace(/"[^"]*"/g, (quoted) => quoted.replaceAll(',', ';')).split(',')
      emptied[at] = ''
      const problems = problemsWith('indicators.csv', (text) => text.replace(rows[1]!, emptied.join(',')))
      expect(problems).toContainEqual({ file: 'indicators.csv', row: 3, column, message: 'värde saknas' })
    }
  })

  it('is refused in every sentence', () => {
    const line = lineOf('meanings.csv', 'N31814,')
    const cells = texts['meanings.csv'].split('\n')[0]!.split(',')
    for (const column of cells.slice(1)) {
      const emptied = `N31814,${cells.slice(1).map((name) => (name === column ? ' ' : 'Text.'))}`
      const problems = problemsWith('meanings.csv', (text) => text.replace(line, emptied))
      const row = rowOf('meanings.csv', 'N31814,')
      expect(problems).toEqual([{ file: 'meanings.csv', row, column, message: 'värde saknas' }])
    }
  })

  it('is refused when a whole column or a whole row of sentences is gone', () => {
    expect(problemsWith('indicators.csv', (text) => text.replace(',direction,', ',riktning,'))).toEqual([
      { file: 'indicators.csv', row: 1, column: 'direction', message: 'kolumnen saknas' },
      { file: 'indicators.csv', row: 1, column: 'riktning', message: 'okänd kolumn' },
    ])
    const line = lineOf('meanings.csv', 'N31814,')
    expect(problemsWith('meanings.csv', (text) => text.replace(`${line}\n`, ''))).toEqual([
      expect.objectContaining({ file: 'indicators.csv', row: rowOf('indicators.csv', 'N31814,'), column: 'id' }),
    ])
  })

  it('is refused in a group', () => {
    const problems = problemsWith('groups.json', (text) => text.replace('"sv": "Alla kommuner", ', ''))
    expect(problems).toEqual([{ file: 'groups.json', row: 1, column: 'name.sv', message: 'värde saknas' }])
  })
})

describe('an unknown code', () => {
  const changedLine = (start: string, from: string, to: string) => (text: string) => {
    const line = lineOf('indicators.csv', start)
    return text.replace(line, line.replace(from, to))
  }
  it.each([
    ['area', 'N31807,', ',ekonomiskt-bistand,', ',ekonomi,'],
    ['sub', 'N31807,', ',volym-och-resurser,', ',volymer,'],
    ['unit', 'N31807,', ',%,', ',promille,'],
    ['kind', 'N31807,', ',share,', ',part,'],
    ['direction', 'N31807,', ',lower,', ',down,'],
    ['base', 'N31807,', ',N01951,', ',N99999,'],
    ['base', 'N31807,', ',N01951,', ',N31814,'],
    ['baseReason', 'N31807,', ',N01951,', ',,'],
    ['yesNoCoding', 'N30466,', ',1/2,', ',,'],
    ['yesNoCoding', 'N30466,', ',1/2,', ',ja,'],
    ['multiplier', 'N31807,', ',100,0,', ',hundra,0,'],
    ['decimals', 'N31807,', ',N01951,,,1,', ',N01951,,,ett,'],
    ['reviewed', 'N31807,', ',2026-11-21,', ',21/11 2026,'],
    ['nextReview', 'N31807,', ',2027-06-10', ',2025-06-10'],
  ])('as %s of %s is refused at its row', (column, start, from, to) => {
    const problems = problemsWith('indicators.csv', changedLine(start, from, to))
    expect(problems).toContainEqual(
      expect.objectContaining({ file: 'indicators.csv', row: rowOf('indicators.csv', start), column }),
    )
  })

  it('as member of a group is refused', () => {
    const problems = problemsWith('groups.json', (text) => text.replace('"0162"', '"0199"'))
    expect(problems).toEqual([expect.objectContaining({ file: 'groups.json', column: 'members' })])
    expect(problems[0]!.message).toContain('0199')
  })

  it.each([
    ['countyCode', ',01,', ',99,'],
    ['skrCode', ',A1,', ',A9,'],
  ])('as %s of a municipality is refused', (column, from, to) => {
    const line = lineOf('municipalities.csv', '0180,')
    const problems = problemsWith('municipalities.csv', (text) => text.replace(line, line.replace(from, to)))
    const row = rowOf('municipalities.csv', '0180,')
    expect(problems).toContainEqual(expect.objectContaining({ file: 'municipalities.csv', row, column }))
  })

  it('in the sentences is refused', () => {
    const line = lineOf('meanings.csv', 'N31814,')
    const problems = problemsWith('meanings.csv', appended(line.replace('N31814', 'N99999')))
    expect(problems).toEqual([expect.objectContaining({ row: lastRow('meanings.csv') + 1, column: 'id' })])
  })
})

it('says in Swedish which file, row and column to look at', () => {
  const broken = { ...texts, 'indicators.csv': texts['indicators.csv'].replace(',N01951,', ',N99999,') }
  expect(() => buildCatalogue(broken)).toThrow(/indicators\.csv, rad \d+, kolumn base: okänd indikator "N99999"/)
})

it('refuses a row with too few cells and a file that is no JSON', () => {
  expect(problemsWith('regions.csv', appended('0026,Region Ny'))).toEqual([
    expect.objectContaining({ file: 'regions.csv', row: 24 }),
  ])
  expect(problemsWith('groups.json', (text) => text.slice(1))).toEqual([
    expect.objectContaining({ file: 'groups.json' }),
  ])
})
