import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as XLSX from '@e965/xlsx'
import JSZip from 'jszip'
import { afterAll, describe, expect, it } from 'vitest'
import { RefusedFile } from '../../../etl/read/refused.ts'
import { openTable } from '../../../etl/read/table.ts'
import type { TableRow } from '../../../etl/read/table-row.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-'))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
function file(content: string | Buffer): string {
  made += 1
  const path = join(folder, `f${made}`)
  writeFileSync(path, content)
  return path
}

async function all(content: string | Buffer, maxBytes = 1e9): Promise<TableRow[]> {
  const table = await openTable(file(content), { limits: { maxBytes } })
  const rows = [table.header]
  for await (const row of table.rows) rows.push(row)
  return rows
}

const refusal = async (content: string | Buffer, maxBytes?: number): Promise<string> =>
  all(content, maxBytes).then(
    () => 'read',
    (error) => (error instanceof RefusedFile ? error.rule : `unexpected: ${error}`),
  )

const EXPECTED = [
  { row: 1, cells: ['namn på ort', 'b'] },
  { row: 2, cells: ['Å–ö', '2'] },
]

describe('separated text', () => {
  it.each([';', ',', '\t'])('is split at %j', async (separator) => {
    expect(await all(`namn på ort${separator}b\r\nÅ–ö${separator}2\r\n`)).toEqual(EXPECTED)
  })

  it('is read as UTF-8 with and without BOM, and as Windows-1252', async () => {
    const text = 'namn på ort;b\nÅ–ö;2\n'
    const windows = Buffer.from(text.replace('–', '\x96'), 'latin1')
    for (const content of [text, `\uFEFF${text}`, windows]) expect(await all(content)).toEqual(EXPECTED)
  })

  it('is read as UTF-16, with a byte order mark and without, in either order', async () => {
    const text = 'namn på ort;b\nÅ–ö;2\n'
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le')
    const plain = Buffer.from('namn på ort;b\nabc;2\n', 'utf16le')
    for (const content of [little, Buffer.from(little).swap16()]) expect(await all(content)).toEqual(EXPECTED)
    expect((await all(plain)).map(({ cells }) => cells[0])).toEqual(['namn på ort', 'abc'])
  })

  it('is read as without its first line where that says what separates', async () => {
    expect(await all('sep=;\r\nnamn på ort;b\r\nÅ–ö;2\r\n')).toEqual(EXPECTED)
  })

  it('finds Windows-1252 far into a file', async () => {
    const start = `a;b\n${'x;1\n'.repeat(200_000)}`
    const rows = await all(Buffer.concat([Buffer.from(start), Buffer.from('\xe5\xe4\xf6;2\n', 'latin1')]))
    expect(rows.at(-1)).toEqual({ row: 200_002, cells: ['åäö', '2'] })
  })

  it('decodes characters that chunks cut in two', async () => {
    const rows = await all(`a\n${'åäö😀\n'.repeat(60_000)}`)
    expect(new Set(rows.slice(1).map((row) => row.cells[0]))).toEqual(new Set(['åäö😀']))
  })

  it('numbers rows as a spreadsheet does, over quoted line breaks and empty lines', async () => {
    const rows = await all('a;b\n"x\ny\nz";1\n\nlast;2\n')
    expect(rows.map((row) => row.row)).toEqual([1, 2, 4])
    expect(rows[1]?.cells).toEqual(['x\ny\nz', '1'])
  })

  it.each(['\n', '\r\n', '\r'])(
    'goes on as it began where quotes come far into a file (lines end with %j)',
    async (end) => {
      const plain = Array.from({ length: 60_000 }, (_, i) => `${i};å;${i % 7}`)
      const rows = await all(['a;b;c', ...plain, '1;"x;y";2', '', `3;"p${end}q";4`, '5;6;7'].join(end))
      expect(rows).toHaveLength(60_004)
      expect(rows[60_000]).toEqual({ row: 60_001, cells: ['59999', 'å', '2'] })
      expect(rows.slice(60_001)).toEqual([
        { row: 60_002, cells: ['1', 'x;y', '2'] },
        { row: 60_004, cells: ['3', `p${end}q`, '4'] },
        { row: 60_005, cells: ['5', '6', '7'] },
      ])
    },
  )

  it('does not take a separator inside quotes for one', async () => {
    expect((await all('"a,b,c";d\n1;2\n'))[0]?.cells).toEqual(['a,b,c', 'd'])
  })

  it('refuses what it cannot trust', async () => {
    const text = 'namn;värde\nå;1\n'
    expect(await refusal(Buffer.concat([Buffer.from(text), Buffer.from('\xe5;2\n', 'latin1')]))).toBe('encoding')
    expect(await refusal(Buffer.from([1, 0, 0, 2, 3, 0, 7]))).toBe('encoding')
    expect(await refusal('')).toBe('file-empty')
    expect(await refusal('\n\n \n')).toBe('file-empty')
    expect(await refusal(`a;b\n"${'x;1\n'.repeat(400_000)}`)).toBe('file-damaged')
    expect(await refusal('a;b\n1;2\n', 4)).toBe('file-too-large')
  })
})

describe('gzip', () => {
  it('is unpacked as it is read', async () => {
    expect(await all(gzipSync('namn på ort;b\nÅ–ö;2\n'))).toEqual(EXPECTED)
  })

  it('is refused when truncated, or when it unpacks to more than the limit', async () => {
    const packed = gzipSync(`a;b\n${'1;2\n'.repeat(100_000)}`)
    expect(await refusal(packed.subarray(0, packed.length - 20))).toBe('file-damaged')
    expect(await refusal(packed, 10_000)).toBe('file-too-large')
  })
})

describe('workbook', () => {
  const bytes = (cells: unknown[][], change?: (sheet: XLSX.WorkSheet) => void): Buffer => {
    const book = XLSX.utils.book_new()
    const sheet = XLSX.utils.aoa_to_sheet(cells)
    change?.(sheet)
    XLSX.utils.book_append_sheet(book, sheet, 'Blad1')
    return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  }

  it('gives cells as text, numbers in full', async () => {
    expect(await all(bytes([['a', 'b'], ['x', 0.1234567890123], [], ['y', 198112189876]]))).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['x', '0.1234567890123'] },
      { row: 4, cells: ['y', '198112189876'] },
    ])
  })

  it('gives a date as its format shows it: a month, or a day', async () => {
    const rows = await all(
      bytes(
        [
          ['a', 'b'],
          [45047, 45047],
        ],
        (sheet) => {
          ;(sheet.A2 as XLSX.CellObject).z = 'mmm\\-yy'
          ;(sheet.B2 as XLSX.CellObject).z = 'yyyy-mm-dd'
        },
      ),
    )
    expect(rows[1]?.cells).toEqual(['2023-05', '2023-05-01'])
  })

  it('is refused when it is a bomb, damaged, of the old format, or too large', async () => {
    const zip = new JSZip()
    zip.file('xl/workbook.xml', '0'.repeat(20_000_000))
    const bomb = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
    const good = bytes([['a'], ['b']])
    expect(await refusal(bomb)).toBe('zip-bomb')
    expect(await refusal(good.subarray(0, good.length - 30))).toBe('file-damaged')
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('file-locked')
    expect(await refusal(good, good.length + 10)).toBe('file-too-large')
  })

  it('is refused when its directory understates what unpacks', async () => {
    const zip = new JSZip()
    zip.file('xl/workbook.xml', '0'.repeat(20_000_000))
    const lying = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
    for (let at = 0; at < lying.length - 4; at++) {
      if (lying.readUInt32LE(at) === 20_000_000) lying.writeUInt32LE(100, at)
    }
    expect(await refusal(lying)).toBe('file-damaged')
  })
})
