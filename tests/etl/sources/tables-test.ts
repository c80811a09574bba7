import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { load } from '../../../etl/commands/load.ts'
import { figuresIn } from '../../fixtures/figures.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'
import { workbookOf } from '../../fixtures/workbook.ts'

type Finding = { row: number | null; column: string | null; rule: string; severity: string; message: string }

/** Loads a file without saying what it is. @returns what is stored, as `indicator sex year municipality value` */
async function loaded(path: string, mapping?: object) {
  const context = emptyHome()
  const given = mapping && { mapping: temporaryFile('mappning.json', JSON.stringify(mapping)) }
  const { exit, object } = await load(context, [path], { release: false, ...given })
  const { findings, source } = object as { findings: Finding[]; source: string }
  return { exit, source, findings, stored: await figuresIn(context) }
}

const csv = (text: string, encoding: 'utf8' | 'latin1' = 'utf8') =>
  temporaryFile('tabell.csv', Buffer.from(text, encoding))

const EDUCATION = 'N31807'

describe('tables as text are read without being told what they are', () => {
  const wanted = ['N31807 T 2020 0114 4.1', 'N31807 T 2020 0180 3', 'N31807 T 2021 0114 5.2', 'N31807 T 2021 0180 4']

  test.each<[string, string | Buffer]>([
    [
      'with a title above, as a statistical database writes them',
      `"${EDUCATION} efter region och år, andel"\r\n\r\n"region";"2020";"2021"\r\n"00 Riket";3,5;4,5\r\n"0114 Upplands Väsby";4,1;5,2\r\n"0180 Stockholm";3,0;4,0\r\n`,
    ],
    [
      'with a title without quotes, in which commas stand',
      `${EDUCATION}, efter region, kommunvis\n\nregion;2020;2021\n0114 Upplands Väsby;4,1;5,2\n0180 Stockholm;3,0;4,0\n`,
    ],
    [
      'with commas between and points within',
      `"region","${EDUCATION} 2020","${EDUCATION} 2021"\n"0114 Upplands Väsby",4.1,5.2\n"0180 Stockholm",3.0,4.0\n`,
    ],
    [
      'with tabs, and codes and names apart',
      `Kommunkod\tKommun\t${EDUCATION} 2020\t${EDUCATION} 2021\n0114\tUpplands Väsby\t4,1\t5,2\n180\tStockholm\t3\t4\n`,
    ],
    [
      'a row for each year and sex',
      `Kommun;Kön;År;${EDUCATION}\nUpplands Väsby;Totalt;2020;4,1\nUpplands Väsby;Totalt;2021;5,2\nStockholm;Totalt;2020;3\nStockholm;Totalt;2021;4\n`,
    ],
    [
      'with a line that says what separates',
      `sep=;\r\nKommunkod;${EDUCATION} 2020;${EDUCATION} 2021\r\n0114;4,1;5,2\r\n0180;3;4\r\n`,
    ],
  ])('%s', async (_, content) => {
    for (const path of [csv(String(content), 'latin1'), csv(String(content))])
      expect(await loaded(path)).toMatchObject({ exit: 0, source: 'oj', stored: wanted })
  })

  test('zipped', async () => {
    const path = temporaryFile('t.csv.gz', gzipSync(`Kommunkod;${EDUCATION} 2020\n0114;4,1\n`))
    expect(await loaded(path)).toMatchObject({ exit: 0, stored: ['N31807 T 2020 0114 4.1'] })
  })

  test('women and men below each other', async () => {
    const path = csv(
      `"region";"kön";"${EDUCATION} 2020"\n"0114 Upplands Väsby";"kvinnor";4,1\n"0114 Upplands Väsby";"män";3,9\n`,
    )
    expect(await loaded(path)).toMatchObject({ exit: 0, stored: ['N31807 K 2020 0114 4.1', 'N31807 M 2020 0114 3.9'] })
  })

  test('one that is cut off in a row is refused', async () => {
    const path = csv(
      `Kommunkod;Kommun;${EDUCATION} 2020;${EDUCATION} 2021\n0114;Upplands Väsby;4,1;5,2\n0180;Stockholm;3`,
    )
    const { exit, findings } = await loaded(path)
    expect({ exit, findings }).toMatchObject({ exit: 1, findings: [{ row: 3, rule: 'row-cut' }] })
  })

  test.each([
    ['without municipalities', 'frukt;2020\näpple;3\npäron;4\n', 'unknown-format'],
    [
      'with a personal number below the table',
      `Kommunkod;${EDUCATION} 2020\n0114;4,1\nhandläggs av 811218-9876;\n`,
      'identity',
    ],
    ['with a column of names', `Kommunkod;Efternamn;${EDUCATION} 2020\n0114;Svensson;4,1\n`, 'forbidden-column'],
  ])('one %s is not', async (_, text, rule) => {
    const { exit, findings } = await loaded(csv(text))
    expect({ exit, rules: findings.map((one) => one.rule) }).toEqual({ exit: 1, rules: [rule] })
    expect(JSON.stringify(findings)).not.toMatch(/9876|Svensson/)
  })
})

describe("Kolada's own exports", () => {
  test('in long form, a row for each figure', async () => {
    const path = workbookOf({
      Sheet1: [
        ['Nyckeltal', 'Nyckeltals-ID', 'Kommun/Region', 'Kön', 'År', 'Visat värde'],
        ['Invånare', 'N01951', 'Ale', 'Totalt', 2021, 31_868],
        ['Invånare', 'N01951', 'Ale', 'Kvinnor', 2021, 15_700],
        ['Invånare', 'N01951', 'Solna', 'Totalt', 2021, '84\u00a0187'],
      ],
    })
    expect(await loaded(path)).toMatchObject({
      exit: 0,
      stored: ['N01951 K 2021 1440 15700', 'N01951 T 2021 0184 84187', 'N01951 T 2021 1440 31868'],
    })
  })

  test('in long form with years side by side', async () => {
    const path = workbookOf({
      Export: [
        ['Nyckeltal', 'Kommun', 'Kön', '2020', '2021'],
        ['N01951 Invånare totalt, antal', 'Ale', 'Totalt', 31_000, 31_868],
        ['N31807', 'Solna', 'Män', '..', '3,5'],
      ],
    })
    expect(await loaded(path)).toMatchObject({
      exit: 0,
      stored: ['N01951 T 2020 1440 31000', 'N01951 T 2021 1440 31868', 'N31807 M 2021 0184 3.5'],
    })
  })

  test('in blocks, one below the other, women and men below each other', async () => {
    const block = (title: string, value: number) => [
      [title],
      ['Kommun', 'Kön', 2020, 2021],
      ['Ale', 'Kvinnor', value, value + 1],
      ['Ale', 'Män', value + 2, value + 3],
      ['Riket', 'Kvinnor', 2015, 2016],
      [],
    ]
    const path = workbookOf({ Kolada: [...block('N31807', 1), ...block('N35805', 11)] })
    expect(await loaded(path)).toMatchObject({
      exit: 0,
      stored: [
        ...['N31807 K 2020 1440 1', 'N31807 K 2021 1440 2', 'N31807 M 2020 1440 3', 'N31807 M 2021 1440 4'],
        ...['N35805 K 2020 1440 11', 'N35805 K 2021 1440 12', 'N35805 M 2020 1440 13', 'N35805 M 2021 1440 14'],
      ],
    })
  })

  test('municipalities side by side are not read, and said so', async () => {
    const path = workbookOf({
      Blad1: [
        ['Nyckeltal', 'Solna', 'Ale'],
        ['N31807 2020', 3.5, 4.5],
      ],
    })
    expect((await loaded(path)).exit).toBe(1)
  })
})

describe('several rows a municipality', () => {
  const header = ['Kommunkod', 'Kommun', 'Stadsdel', 'N01951']
  const parts = (...values: (number | string)[]) =>
    values.map((value, i) => ['0180', 'Stockholm', ['Norrmalm', 'Bromma', 'Farsta'][i]!, value])
  const mapping = { sheet: '2023', headerRow: 1, period: 2023, columns: { D: 'N01951' }, repeated: 'sum' }

  test.each<[string, (string | number)[][], string]>([
    ['with other values', [header, ...parts(5, 7)], 'districts'],
    ['with the same value', [header, ...parts(5, 5)], 'districts'],
    ['of one district only', [header, ...parts(5)], 'districts'],
    [
      'without a heading of districts',
      [
        ['Kommunkod', 'Kommun', 'N01951'],
        ['0180', 'Stockholm', 5],
        ['0180', 'Stockholm', 5],
      ],
      'several-rows',
    ],
    [
      'of several providers',
      [
        ['Kommunkod', 'Utförare', 'N01951'],
        ['0180', 'Egen regi', 5],
        ['0180', 'Entreprenad', 7],
      ],
      'districts',
    ],
  ])('%s are refused by name', async (_, rows, rule) => {
    const { exit, findings } = await loaded(workbookOf({ '2023': rows }))
    expect(exit).toBe(1)
    expect(findings).toContainEqual(expect.objectContaining({ rule, severity: 'error' }))
    expect(findings.find((one) => one.rule === rule)!.message).toContain('"repeated": "sum"')
  })

  test('with a row of the whole beside them, the whole is read and the parts are told', async () => {
    const { exit, findings, stored } = await loaded(
      workbookOf({
        '2023': [header, ['0180', 'Stockholm', 'Hela staden', 12], ...parts(5, 7), ['0184', 'Solna', '', 3]],
      }),
    )
    expect({ exit, stored }).toEqual({ exit: 0, stored: ['N01951 T 2023 0180 12', 'N01951 T 2023 0184 3'] })
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'districts', row: 3, severity: 'warning' }))
  })

  test('are summed where that is said, counts only, and not beside a row of the whole', async () => {
    const summed = await loaded(workbookOf({ '2023': [header, ...parts(5, 7), ['0184', 'Solna', '', 3]] }), mapping)
    expect(summed).toMatchObject({ exit: 0, stored: ['N01951 T 2023 0180 12', 'N01951 T 2023 0184 3'] })
    const whole = await loaded(workbookOf({ '2023': [header, ['0180', 'Stockholm', '', 13], ...parts(5, 7)] }), mapping)
    expect(whole).toMatchObject({ exit: 0, stored: ['N01951 T 2023 0180 13'] })
    const shares = { ...mapping, columns: { D: 'N31807' } }
    expect((await loaded(workbookOf({ '2023': [header, ...parts(5, 7)] }), shares)).exit).toBe(1)
  })

  test('with one part missing the sum is missing, not smaller', async () => {
    const { exit, stored, findings } = await loaded(
      workbookOf({ '2023': [header, ...parts(5, '..', 7), ['0184', 'Solna', '', 3]] }),
      mapping,
    )
    expect({ exit, stored }).toEqual({ exit: 0, stored: ['N01951 T 2023 0184 3'] })
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'part-missing', row: 3, column: 'D' }))
  })
})

describe('other formats are refused by name, with what to do', () => {
  const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const withName = (name: string) =>
    Buffer.concat([OLE, Buffer.alloc(600), Buffer.from(name, 'utf16le'), Buffer.alloc(600)])

  test.each<[string, Buffer, string]>([
    ['gammal.xls', withName('Workbook'), 'format-xls'],
    ['låst.xlsx', withName('EncryptedPackage'), 'file-locked'],
    ['sida.xls', Buffer.from('<html><table><tr><td>Kommunkod</td></tr></table></html>'), 'not-a-workbook'],
    ['utskrift.pdf', Buffer.from('%PDF-1.7\n'), 'not-a-workbook'],
  ])('%s', async (name, content, rule) => {
    const { exit, findings } = await loaded(temporaryFile(name, content))
    expect({ exit, findings }).toMatchObject({ exit: 1, findings: [{ rule, severity: 'error' }] })
    expect(findings[0]!.message).toMatch(/spara|lösenord/i)
  })
})
