import { describe, expect, test } from 'vitest'
import type { SheetMapping } from '../../../data/model/workbook-mapping.ts'
import { load } from '../../../etl/commands/load.ts'
import { figuresIn } from '../../fixtures/figures.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'
import { workbookOf } from '../../fixtures/workbook.ts'
import { readTable } from '../../workbooks/read.ts'

type Finding = { row: number | null; column: string | null; rule: string }

const toldOf = (findings: Finding[]): string[] => findings.map(({ rule, column, row }) => `${rule} ${column}${row}`)

/** Reads a workbook, or a table as text, without a store. */
async function read(path: string, sheet?: SheetMapping) {
  const { refused, findings, stored } = await readTable(path, sheet && { sheets: [sheet] })
  const values = Array.from(stored, ([key, value]) => `${key.split(' ').at(-1)} ${value}`)
  return { exit: refused ? 1 : 0, told: toldOf(findings), stored: refused ? [] : values.sort() }
}

async function loaded(path: string) {
  const context = emptyHome()
  const { exit, object } = await load(context, [path], { release: false })
  const stored = (await figuresIn(context)).map((figure) => figure.split(' ').slice(-2).join(' '))
  return { exit, told: toldOf((object as { findings: Finding[] }).findings), stored }
}

const HEADER = ['Kommunkod', 'Kommun', 'N30101']
const book = (...cells: (string | number)[]) => {
  const places = [
    ['0114', 'Upplands Väsby'],
    ['0184', 'Solna'],
    ['0125', 'Ekerö'],
  ]
  return workbookOf({ 2023: [HEADER, ...cells.map((cell, i) => [...places[i]!, cell])] })
}
const pxweb = (...cells: string[]) => {
  const places = ['0114 Upplands Väsby', '0184 Solna', '0125 Ekerö']
  const rows = cells.map((cell, i) => `"${places[i]}",${cell}`)
  return temporaryFile('tabell.csv', ['"region","N30101 2023"', ...rows, ''].join('\n'))
}
const local = (separator: string, ...cells: string[]) => {
  const rows = cells.map((cell, i) =>
    ['kostnad', 'Kostnad per barn (kr)', ['0114', '0184', '0125'][i], 2023, 'T', cell].join(separator),
  )
  const header = ['indikator', 'titel', 'kommun', 'period', 'kon', 'varde'].join(separator)
  return temporaryFile('lokal.csv', [header, ...rows, ''].join('\n'))
}

describe('a text that may be thousands or decimals is never guessed at', () => {
  test.each(['3.000', '1,234', '12.500', '−1.234'])('%s in a text cell is a question', async (text) => {
    expect(await read(book(2900, text))).toEqual({ exit: 1, told: ['two-readings C3'], stored: [] })
  })

  test('in a table as text too', async () => {
    expect(await read(pxweb('2900', '3.000'))).toEqual({ exit: 1, told: ['two-readings B3'], stored: [] })
  })

  test.each<[',' | '.', string[]]>([
    [',', ['0114 3000', '0184 12.5']],
    ['.', ['0114 3', '0184 12.5']],
  ])('and is read as a mapping answers: %s', async (decimal, stored) => {
    const mapping: SheetMapping = { sheet: '2023', columns: { C: { id: 'N30101', decimal } } }
    expect(await read(book('3.000', 12.5), mapping)).toEqual({ exit: 0, told: [], stored })
  })

  test.each<[string, string[]]>([
    ['3.125', ['0114 3.125', '0125 7', '0184 12.5']],
    ['1.234.567', ['0114 1234567', '0125 7', '0184 12500']],
  ])('beside %s the column itself shows what it is', async (text, stored) => {
    const other = text === '3.125' ? '12.5' : '12.500'
    expect(await read(book(text, other, 7))).toEqual({ exit: 0, told: [], stored })
  })

  test('in a file of local indicators it is an error by its cell, unless the other rows show what it is', async () => {
    expect(await loaded(local(';', '2900', '3.000'))).toEqual({ exit: 1, told: ['two-readings varde3'], stored: [] })
    expect(await loaded(local(';', '3.000', '1.234.567'))).toMatchObject({
      exit: 0,
      stored: ['0114 3000', '0184 1234567'],
    })
    expect(await loaded(local(',', '3.125', '0.5'))).toMatchObject({ exit: 0, stored: ['0114 3.125', '0184 0.5'] })
  })

  test('between semicolons a comma stands before decimals', async () => {
    expect(await loaded(local(';', '3,125', '2900'))).toMatchObject({ exit: 0, stored: ['0114 3.125', '0184 2900'] })
  })

  test('in Kolada’s own form the point stands before decimals, and a comma is none of it', async () => {
    const kolada = (value: string) =>
      temporaryFile('k.csv', `kpi,municipality,period,gender,value\nN30101,0184,2013,T,${value}\n`)
    expect(await loaded(kolada('3.125'))).toMatchObject({ exit: 0, stored: ['0184 3.125'] })
    expect(await loaded(kolada('"3,125"'))).toEqual({ exit: 1, told: ['two-readings value2'], stored: [] })
  })
})

test('a number of answers of two readings is told by its cell, and not taken for a base', async () => {
  const rows = [
    ['Kommunkod', 'Kommun', 'U30447', 'U30447 antal svarande'],
    ['0184', 'Solna', 50, '1.200'],
  ]
  expect(await read(workbookOf({ 2023: rows }))).toEqual({ exit: 0, told: ['two-readings D2'], stored: ['0184 50'] })
})

test('dashes of any length are missing, and a dash before digits a minus', async () => {
  expect(await read(book('–', '−', '–3,2'))).toEqual({
    exit: 0,
    told: [],
    stored: ['0125 -3.2'],
  })
  expect(await loaded(local(';', '–', '−3', '4'))).toMatchObject({
    exit: 0,
    stored: ['0125 4', '0184 -3'],
  })
})

test('what is no number as people write it is told by its cell', async () => {
  expect(await read(book('(3)', 'ca 5', '7'))).toMatchObject({ exit: 0, told: ['text-answer C2', 'text-answer C3'] })
})

describe('letters for the sexes', () => {
  const sexes = (...letters: string[]) =>
    workbookOf(
      {
        2023: [
          ['Kommunkod', 'Kommun', 'N30101', ...letters.slice(1).map(() => null)],
          [null, null, ...letters],
          ['0114', 'Upplands Väsby', ...letters.map((_, i) => 10 + i)],
        ],
      },
      'tabell.xlsx',
      [`C1:${'CDE'[letters.length - 1]}1`],
    )
  const stored = async (path: string) =>
    Array.from((await readTable(path)).stored, ([key, value]) => `${key.split(' ')[1]} ${value}`).sort()

  test.each([[['T', 'K', 'M']], [['Tot', 'Kv', 'M']]])('%j below one heading tell them apart', async (letters) => {
    expect(await stored(sexes(...letters))).toEqual(['K 11', 'M 12', 'T 10'])
  })

  test('one alone could be anything, and is left out by name', async () => {
    expect((await read(sexes('M'))).told).toEqual(['unknown-column C2'])
  })
})
