import { describe, expect, it } from 'vitest'
import { csvOf, decoded, rowsOf } from '../../../dashboards/reduction/csv.ts'
import { keyIn, newKey } from '../../../dashboards/reduction/pseudonym.ts'
import { ageGroupOf, likelyWay, monthOf, reduced } from '../../../dashboards/reduction/reduction.ts'
import { holdsIdentity } from '../../../etl/check/identity.ts'

const GROUPS = ['18-24', '25-34', '65+']
const KEY = 'k'.repeat(64)

describe('what is reduced in the browser', () => {
  it.each([
    ['2023-03-05', '2023-03'],
    ['20230305', '2023-03'],
    ['5/3/2023', '2023-03'],
    ['2023-03-05 14:30', '2023-03'],
    ['2023-03', '2023-03'],
    ['2023-13-05', 'X'],
    ['i mars', 'X'],
    ['', ''],
  ])('the date %j is its month %j', (date, month) => expect(monthOf(date)).toBe(month))

  it.each([
    ['18', '18-24'],
    ['34', '25-34'],
    ['97', '65+'],
    ['17', 'X'],
    ['19811218', 'X'],
    ['', ''],
  ])('the age %j is its group %j', (age, group) => expect(ageGroupOf(age, GROUPS)).toBe(group))

  it('one person has one pseudonym however the number is written, another key another, and it is no number', async () => {
    const of = async (id: string, key = KEY) => (await reduced([['pnr'], [id]], ['pseudonym'], key, [])).rows[1]![0]!
    const written = await Promise.all(
      ['19811218-9876', '811218-9876', '198112189876', '8112189876'].map((id) => of(id)),
    )
    expect(new Set(written).size).toBe(1)
    expect(written[0]).toMatch(/^[a-p]{32}$/)
    expect(holdsIdentity(written[0]!)).toBe(false)
    expect(await of('811218-9876', 'x'.repeat(64))).not.toBe(written[0])
    expect(await of('811218-9877')).not.toBe(written[0])
  })

  it('leaves behind what was not chosen', async () => {
    const file = [
      ['Namn', 'Ålder', 'Kön'],
      ['Kim Exempel', '30', 'K'],
      ['Bo', 'okänd', 'M'],
    ]
    const { rows, unreadable } = await reduced(file, ['leave', 'age', 'keep'], '', GROUPS)
    expect(rows).toEqual([
      ['aldersgrupp', 'Kön'],
      ['25-34', 'K'],
      ['X', 'M'],
    ])
    expect(unreadable).toBe(1)
  })

  it.each([
    ['Personnummer', 'pseudonym'],
    ['Efternamn', 'leave'],
    ['Födelsedatum', 'leave'],
    ['Handläggare', 'leave'],
    ['Intervjudatum', 'month'],
    ['Ålder', 'age'],
    ['Huvuddrog', 'keep'],
  ])('proposes of %s: %s', (heading, way) => expect(likelyWay(heading)).toBe(way))
})

describe('files and keys', () => {
  it('reads what spreadsheets save, and writes it back', () => {
    const bytes = (text: string, encoding: BufferEncoding) => {
      const buffer = Buffer.from(text, encoding)
      return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length) as ArrayBuffer
    }
    expect(decoded(bytes('\uFEFFKön', 'utf8'))).toBe('Kön')
    expect(decoded(bytes('Kön', 'latin1'))).toBe('Kön')
    const rows = rowsOf('a;b\r\n"x;""y""\nz";2\r\n\r\n;\r\n')
    expect(rows).toEqual([
      ['a', 'b'],
      ['x;"y"\nz', '2'],
    ])
    expect(rowsOf(csvOf(rows))).toEqual(rows)
    expect(rowsOf('a,b\n1,2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('takes only what can be a key', () => {
    expect(keyIn(`${newKey()}\n`)).toMatch(/^[0-9a-f]{64}$/)
    expect(keyIn('kort')).toBeNull()
  })
})
