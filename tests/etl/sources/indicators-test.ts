import { describe, expect, test } from 'vitest'
import { check } from '../../../etl/commands/check.ts'
import { load } from '../../../etl/commands/load.ts'
import { template } from '../../../etl/commands/template.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'
import { workbookOf } from '../../fixtures/workbook.ts'

const COLUMNS = ['indikator', 'titel', 'kommun', 'period', 'kon', 'varde', 'taljare', 'namnare']
const csv = (...lines: string[]) => temporaryFile('lokal.csv', [COLUMNS.join(';'), ...lines, ''].join('\n'))
const definition = async (context: ReturnType<typeof emptyHome>, id: string) => {
  const [row] = await inRelease<{ definition: string }>(context, `SELECT definition FROM indicator WHERE id = '${id}'`)
  return JSON.parse(row!.definition)
}

describe('local indicators', () => {
  test('keep value, numerator and denominator; a value that is not given is made of its parts', async () => {
    const context = emptyHome()
    const path = csv(
      'LOK1;Nöjda med bemötandet;0184;2023;T;75;45;60',
      'LOK1;;0123;2023;K;;10;40',
      'LOK1;;0125;2023;;..;;',
      'LOK2;Väntetid, dagar;184;2023;T;12,5;;',
    )
    expect((await load(context, [path], { release: true })).exit).toBe(0)
    const sql =
      'SELECT indicator, municipality, sex, value, status, token, numerator, denominator, source FROM value ORDER BY 1, 2'
    const common = { source: 'indicators', status: null, token: null, numerator: null, denominator: null }
    expect(await inRelease(context, sql)).toEqual([
      { ...common, indicator: 'LOK1', municipality: '0123', sex: 'K', value: 25, numerator: 10, denominator: 40 },
      { ...common, indicator: 'LOK1', municipality: '0125', sex: 'T', value: null, status: 'secrecy', token: '..' },
      { ...common, indicator: 'LOK1', municipality: '0184', sex: 'T', value: 75, numerator: 45, denominator: 60 },
      { ...common, indicator: 'LOK2', municipality: '0184', sex: 'T', value: 12.5 },
    ])
    expect(await definition(context, 'LOK1')).toMatchObject({
      kind: 'share',
      unit: '%',
      bySex: true,
      source: 'Egna uppgifter',
    })
    expect(await definition(context, 'LOK2')).toMatchObject({ kind: 'mean', unit: 'dagar', bySex: false })
  })

  test('are read from a workbook too', async () => {
    const context = emptyHome()
    const path = workbookOf({ Blad1: [COLUMNS, ['LOK1', 'Andel nöjda (%)', '0184', 2023, 'Totalt', 75, null, null]] })
    await load(context, [path], { release: true })
    expect(await inRelease(context, 'SELECT indicator, value, source FROM value')).toEqual([
      { indicator: 'LOK1', value: 75, source: 'indicators' },
    ])
  })

  test.each([
    ['text for a number', 'LOK1;Titel;0184;2023;T;många;;', 'varde', 'not-a-number'],
    ['text for a denominator', 'LOK1;Titel;0184;2023;T;1;1;x', 'namnare', 'not-a-number'],
    ['nothing to divide by', 'LOK1;Titel;0184;2023;T;;1;0', 'namnare', 'denominator'],
    ['an unknown municipality', 'LOK1;Titel;9999;2023;T;1;;', 'kommun', 'unknown-municipality'],
    ['an unknown sex', 'LOK1;Titel;0184;2023;Q;1;;', 'kon', 'sex'],
    ['a new indicator without a title', 'LOK1;;0184;2023;T;1;;', 'titel', 'missing-title'],
    ['an id that is none', 'LOK 1;Titel;0184;2023;T;1;;', 'indikator', 'indicator-id'],
  ])('with %s are refused', async (_, line, column, rule) => {
    const { exit, object } = await check(emptyHome(), [csv(line)], {})
    expect(exit).toBe(1)
    expect(object).toMatchObject({ source: 'indicators', findings: [{ row: 2, column, rule, severity: 'error' }] })
  })

  test.each([
    ['a title', 'LOK1;Ärende 19640823-3234;0184;2023;T;1;;'],
    ['an indicator', 'A196408233234;Titel;0184;2023;T;1;;'],
    ['a municipality', 'LOK1;Titel;19640823-3234;2023;T;1;;'],
    ['a value', 'LOK1;Titel;0184;2023;T;19640823-3234;;'],
  ])('with a personal number for %s are refused without a word of it', async (_, line) => {
    const { exit, object, lines, complaint } = await check(emptyHome(), [csv(line)], {})
    expect(exit).toBe(1)
    expect(JSON.stringify([object, lines, complaint])).not.toMatch(/0823|3234/)
  })

  test('without a required column are refused', async () => {
    const path = temporaryFile('l.csv', 'indikator;varde\nLOK1;1\n')
    expect((await check(emptyHome(), [path], {})).object).toMatchObject({ counts: { 'missing-column': 2 } })
  })

  test('have a template that is what they are checked against', async () => {
    const { file } = await template(emptyHome(), 'indicators', {})
    const path = temporaryFile('mall.csv', `${file}LOK1;Titel;0184;2023;T;1;;\r\n`)
    expect((await check(emptyHome(), [path], {})).object).toMatchObject({ ok: true, rows: 1 })
    const book = await template(emptyHome(), 'indicators', { xlsx: true })
    const { object } = await check(emptyHome(), [temporaryFile('mall.xlsx', book.file!)], {})
    expect(object).toMatchObject({ source: 'indicators', counts: { 'file-empty': 1 } })
  })
})
