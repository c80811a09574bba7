import { describe, expect, test } from 'vitest'
import { SETTINGS } from '../../data/settings.ts'
import { etl } from '../fixtures/etl.ts'
import { emptyHome, temporaryFile } from '../fixtures/home.ts'
import { fewOf } from '../fixtures/short-form.ts'

const good = () => temporaryFile('k.csv', 'kpi,municipality,period,gender,value\nN31807,0184,2021,T,5\n')
const bad = () => temporaryFile('fel.csv', 'kpi,municipality,period,gender,value\nN31807,9999,2021,T,5\n')

const WRONG_USAGE: [string[], string][] = [
  [['bogus'], 'Kommandot bogus finns inte'],
  [['load'], 'saknas'],
  [['load', '--colour', 'x'], '--colour'],
  [['load', '--source', 'kolda', 'k.csv'], 'menade du kolada?'],
  [['sample', '--years', 'alla'], '2015-2025'],
  [['template', 'hus'], 'hus'],
  [[], 'kommando'],
]

describe('the command line', () => {
  test('ends with 0 and says what was done', async () => {
    const { exit, stdout, stderr } = await etl(emptyHome(), 'load', good())
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toContain('1 nya, 0 ändrade')
  })

  test('ends with 1 and one line for data that are refused, in the language that was asked for', async () => {
    const swedish = await etl(emptyHome(), 'check', bad())
    expect(swedish).toMatchObject({ exit: 1, stderr: expect.stringMatching(/^Inget är inläst\. fel\.csv: .*\n$/) })
    const english = await etl(emptyHome(), 'check', bad(), '--lang', 'en')
    expect(english.stderr).toMatch(/^Nothing has been loaded\. fel\.csv: .*row 2.*\n$/)
  })

  test('prints one JSON object with --json, as the contract has it', async () => {
    const { exit, stdout } = await etl(emptyHome(), 'check', bad(), '--json')
    expect(exit).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      source: 'kolada',
      rows: 1,
      findings: [
        {
          row: 2,
          column: 'municipality',
          rule: 'unknown-municipality',
          severity: 'error',
          message: expect.any(String),
        },
      ],
      counts: { 'unknown-municipality': 1 },
    })
  })

  test.each(fewOf(WRONG_USAGE, 4))('ends with 2 and one line for %j', async (words, said) => {
    const { exit, stderr } = await etl(emptyHome(), ...words)
    expect(exit).toBe(2)
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(stderr).toContain(said)
  })

  test('prints every setting', async () => {
    const { stdout } = await etl(emptyHome(), 'status', '--settings')
    for (const { name } of SETTINGS) expect(stdout).toContain(`${name}=`)
  })

  test('writes a template to stdout, and nothing else', async () => {
    const { stdout } = await etl(emptyHome(), 'template', 'ubu')
    expect(stdout.split('\r\n')[0]).toContain('pseudo_id;kommun;manad')
  })
})
