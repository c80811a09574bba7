import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as XLSX from '@e965/xlsx'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asiClients } from '../../../data/sample/asi-clients.ts'
import type { ClientRow } from '../../../data/sample/clients.ts'
import type { Database } from '../../../data/store/duckdb.ts'
import { rowsOf } from '../../../data/store/duckdb.ts'
import { openVault } from '../../../data/store/vault.ts'
import { load } from '../../../etl/sources/asi.ts'
import { csvOf } from '../../fixtures/extracts.ts'

// Numbers that the Tax Agency has set aside for tests: nobody has them.
const PERSON = '198112189876'
const COORDINATION = '198112789873'
const [TEN, CENTURY, BIRTH, LAST] = [PERSON.slice(2), PERSON.slice(0, 2), PERSON.slice(2, 8), PERSON.slice(8)]
const DATE = PERSON.slice(0, 8)
const spaced = (text: string, by: string): string => Array.from(text).join(by)
const digitsFrom = (zero: number): string =>
  Array.from(PERSON, (digit) => String.fromCodePoint(zero + Number(digit))).join('')

/** How the number is written. */
const FORMS: Record<string, string> = {
  'twelve digits': PERSON,
  'ten digits': TEN,
  hyphen: `${BIRTH}-${LAST}`,
  'hyphen and century': `${DATE}-${LAST}`,
  plus: `${BIRTH}+${LAST}`,
  space: `${BIRTH} ${LAST}`,
  'century apart': `${CENTURY} ${BIRTH} ${LAST}`,
  dots: `${PERSON.slice(0, 4)}.12.18.${LAST}`,
  'date hyphens': `${PERSON.slice(0, 4)}-12-18-${LAST}`,
  slash: `${BIRTH}/${LAST}`,
  'low line': `${BIRTH}_${LAST}`,
  comma: `${BIRTH},${LAST}`,
  colon: `${BIRTH}:${LAST}`,
  'every digit apart': spaced(PERSON, ' '),
  'every digit dotted': spaced(TEN, '.'),
  pairs: '19 81 12 18 98 76',
  'two hyphens': `${BIRTH}--${LAST}`,
  'spaced hyphen': `${BIRTH} - ${LAST}`,
  brackets: `(${BIRTH})${LAST}`,
  'en dash': `${BIRTH}\u2013${LAST}`,
  'em dash': `${BIRTH}\u2014${LAST}`,
  'minus sign': `${BIRTH}\u2212${LAST}`,
  'hard hyphen': `${BIRTH}\u2011${LAST}`,
  'soft hyphen': `${BIRTH}\u00ad${LAST}`,
  'hard space': `${BIRTH}\u00a0${LAST}`,
  'thin space': `${BIRTH}\u2009${LAST}`,
  'zero width space': spaced(TEN, '\u200b'),
  'word joiner': spaced(PERSON, '\u2060'),
  'byte order mark inside': `${BIRTH}\ufeff${LAST}`,
  'full width': digitsFrom(0xff10),
  arabic: digitsFrom(0x660),
  devanagari: digitsFrom(0x966),
  bold: digitsFrom(0x1d7ce),
  circled: Array.from(TEN, (digit) => (digit === '0' ? '⓪' : String.fromCodePoint(0x245f + Number(digit)))).join(''),
  superscript: Array.from(TEN, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join(''),
  'combining marks': spaced(TEN, '\u0332'),
  'letter O and l': '8ll2l89876',
  'as a decimal': `${PERSON}.0`,
  'as a Swedish decimal': `${TEN},00`,
  'rounded by a spreadsheet': '1.98112E+11',
  'rounded, Swedish': '8,11219E+09',
  'rounded in full': '1.98112189876E+11',
  coordination: COORDINATION,
  'coordination, ten': COORDINATION.slice(2),
  'coordination, hyphen': `${COORDINATION.slice(2, 8)}-${LAST.replace(LAST, COORDINATION.slice(8))}`,
  'interim letter': `${BIRTH}-T${LAST.slice(1)}`,
  'tab between': `${BIRTH}\t${LAST}`,
  'line break between': `${BIRTH}\n${LAST}`,
  'in a sentence': `klient ${BIRTH}-${LAST} enligt akt`,
  'in quotes': `'${TEN}'`,
}

/** Ways that only make sense inside a pseudonym. */
const PSEUDONYMS: Record<string, string> = {
  prefix: `P${TEN}`,
  suffix: `${TEN}k`,
  'both sides': `ab${TEN}cd`,
  'twelve in letters': `id_${PERSON}_x`,
  'hyphen in letters': `sol-${BIRTH}-${LAST}-a`,
  'municipality before': `0184-${TEN}`,
  'zeros before': `0000${TEN}`,
  'counter behind': `${TEN}001`,
  'twelve in a longer run': `77${PERSON}1`,
  'digest length': `aaa${TEN}bbb`,
  'in a digest of letters': `deadbeef${TEN}${'a'.repeat(14)}`,
  reversed: spaced(Array.from(PERSON).reverse().join(''), ''),
  'reversed in letters': `r${Array.from(PERSON).reverse().join('')}`,
  'letters between': Array.from(PERSON, (digit, i) => `${digit}${'abcdefghijkl'[i]}`).join(''),
  'letters before': Array.from(TEN, (digit) => `x${digit}`).join(''),
  hexadecimal: Buffer.from(PERSON).toString('hex'),
  'hexadecimal, ten': Buffer.from(TEN).toString('hex'),
  'hexadecimal, hyphen': Buffer.from(`${BIRTH}-${LAST}`).toString('hex'),
  base64: Buffer.from(PERSON).toString('base64url'),
  'base64, ten': Buffer.from(TEN).toString('base64url'),
  'base64, hyphen': Buffer.from(`${DATE}-${LAST}`).toString('base64url'),
  'shape only': '1234567890',
  'shape only, twelve': '123456-789012',
  'shape in groups': '12-34-56-78-90',
  'shape, low lines': '1111_111_111',
  'birth date': DATE,
  'birth date, hyphens': '1981-12-18',
  'telephone number': '46701740605',
  interim: `${BIRTH}-T${LAST.slice(1)}`,
}

const base = (): ClientRow[] => [...asiClients({ seed: 3, municipalities: ['0184'], years: [2023], perYear: 4 })]

/** The extract with one cell changed; a tab or line break is quoted as a spreadsheet does. */
function withCell(column: string, value: string): string {
  const rows = base()
  rows[1] = { ...(rows[1] as ClientRow), [column]: `"${value.replaceAll('"', '""')}"` }
  return csvOf(rows)
}

const withColumn = (heading: string, value: string): string =>
  csvOf(base().map((row) => ({ ...row, [heading]: value })))

type Files = Record<string, string | Buffer>
const ways: [string, Files][] = []
const way = (name: string, content: string | Buffer, file = 'uttag.csv'): void => {
  ways.push([name, { [file]: content }])
}

for (const [form, text] of Object.entries(FORMS)) way(`${form}, in a column of codes`, withCell('boende', text))
for (const [form, text] of Object.entries(FORMS)) way(`${form}, as pseudonym`, withCell('pseudo_id', text))
for (const [form, text] of Object.entries(PSEUDONYMS)) way(`pseudonym: ${form}`, withCell('pseudo_id', text))
for (const column of ['alkohol_dagar', 'arbete_nettolon', 'kommun', 'manad', 'kon', 'aldersgrupp', 'konflikt_mor']) {
  way(`in ${column}`, withCell(column, PERSON))
}
for (const heading of [
  'personnummer',
  'Person-nr',
  'ovrigt',
  'nyckel',
  'Födelsedatum',
  'namn',
  'E-post',
  'Ärende nr',
]) {
  way(`in a column called ${heading}`, withColumn(heading, TEN))
}
way('in a column without a heading', withColumn('', TEN))
way('as a heading', withColumn(PERSON, 'x'))
way('in a heading', withColumn(`svar ${BIRTH}-${LAST}`, 'x'))
way(
  'beyond the last column',
  csvOf(base())
    .replace('\n', '\n')
    .replace(/\n(.+)\n/, `\n$1;${PERSON}\n`),
)
way(
  'a header missing, data first',
  csvOf(base())
    .split('\n')
    .slice(1)
    .join('\n')
    .replace(/^[^;]+/, TEN),
)
way('the birth date in a month', withCell('manad', '1981-12-18'))
way('the birth date in an age group', withCell('aldersgrupp', '18/12/1981'))
way('an e-mail address', withCell('boende', 'kim.exempel@example.se'))
way('a telephone number', withCell('boende', '070-174 06 05'))
way('a name', withCell('boende', 'Kim Exempel, hos sin mor'))
way('in the name of the file', csvOf(base()), `${BIRTH}-${LAST}.csv`)
way('Windows-1252 with its dash', Buffer.from(withCell('boende', `${BIRTH}\x96${LAST}`), 'latin1'))
way('gzipped', gzipSync(withCell('boende', PERSON)), 'uttag.csv.gz')
way('with commas', withCell('boende', PERSON).replaceAll(';', ','))

function workbook(change: (book: XLSX.WorkBook, sheet: XLSX.WorkSheet) => unknown): Buffer {
  const book = XLSX.utils.book_new()
  const sheet = XLSX.utils.json_to_sheet(base())
  XLSX.utils.book_append_sheet(book, sheet, 'Uttag')
  change(book, sheet)
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
}

const inBook = (name: string, change: Parameters<typeof workbook>[0]): void => {
  way(name, workbook(change), 'uttag.xlsx')
}
const another = (book: XLSX.WorkBook, cells: unknown[][]): void => {
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cells), 'Blad2')
}

inBook('as a number in a cell', (_, sheet) => XLSX.utils.sheet_add_aoa(sheet, [[Number(PERSON)]], { origin: 'I3' }))
inBook('as a number that lost its zero', (_, sheet) => XLSX.utils.sheet_add_aoa(sheet, [[112189873]], { origin: 'A3' }))
inBook('on a second sheet', (book) => another(book, [['a'], [TEN]]))
inBook('on a hidden sheet', (book) => {
  another(book, [['a'], [`${BIRTH}-${LAST}`]])
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] }
})
inBook('in a comment', (_, sheet) => XLSX.utils.cell_add_comment(sheet.C3, `fråga om ${BIRTH}-${LAST}`))
inBook('as the name of a sheet', (book) => XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['a']]), TEN))
inBook('in the title of the workbook', (book) => {
  book.Props = { Title: `Uttag ${TEN}` }
})
inBook('in a property of the workbook', (book) => {
  book.Custprops = { klient: `${BIRTH}-${LAST}` }
})
inBook('in a defined name', (book) => {
  book.Workbook = { Names: [{ Name: 'klient', Ref: `"${TEN}"` }] }
})

/** What spreadsheets write but the writer here does not: parts put into the finished file. */
const PARTS: Record<string, [string, string]> = {
  'in a text box': ['xl/drawings/drawing1.xml', `<a:t>${BIRTH}</a:t></a:r><a:r><a:t>-${LAST}</a:t>`],
  'in a string that no cell uses': ['xl/left.xml', `<t>${BIRTH}-${LAST}</t>`],
  'in a threaded comment': ['xl/threadedComments/t1.xml', `<text>ring ${TEN}</text>`],
  'in a link': ['xl/worksheets/_rels/sheet1.xml.rels', `<Relationship Target="mailto:kim.exempel@example.se"/>`],
  'in the name of a shape': ['xl/drawings/drawing2.xml', `<xdr:cNvPr id="2" name="${BIRTH}-${LAST}"/>`],
  'in a picture': ['xl/media/image1.png', 'not read'],
  'in an embedded file': ['xl/embeddings/Book1.bin', 'not read'],
}

beforeAll(async () => {
  for (const [name, [part, content]] of Object.entries(PARTS)) {
    const zip = await JSZip.loadAsync(workbook(() => {}))
    zip.file(part, /xml|rels/.test(part) ? `<x><a:r>${content}</a:r></x>` : content)
    way(name, await zip.generateAsync({ type: 'nodebuffer' }), 'uttag.xlsx')
  }
})

const home = mkdtempSync(join(tmpdir(), 'smuggle-home-'))
const folder = mkdtempSync(join(tmpdir(), 'smuggle-'))
let vault: Database
beforeAll(async () => {
  vault = await openVault(join(home, 'vault.duckdb'))
})
afterAll(() => {
  for (const path of [home, folder]) rmSync(path, { recursive: true })
})

function written(name: string, files: Files): string[] {
  const inside = join(folder, String(ways.findIndex(([known]) => known === name)))
  mkdirSync(inside)
  return Object.entries(files).map(([file, content]) => {
    const path = join(inside, file)
    writeFileSync(path, content)
    return path
  })
}

/** The rules by which a whole file is refused, because something in it could point out a person. */
const WHOLE_FILE = new Set(
  'identity identity-shape identity-file-name exact-date contact free-text forbidden-column undeclared-column sealed-part'.split(
    ' ',
  ),
)

/** Traces of the numbers that nothing said or stored may hold. */
const TRACES = [BIRTH, LAST, COORDINATION.slice(2, 8), COORDINATION.slice(8), '98112E', '11219E', '8ll2l8', 'exempel']

describe('identities are refused and never repeated', () => {
  it('knows at least a hundred ways', () => expect(ways.length).toBeGreaterThanOrEqual(150))

  it('refuses every one of them, says nothing of it, stores nothing of it', async () => {
    const said: string[] = []
    const original = { out: process.stdout.write, err: process.stderr.write }
    const listen = ((chunk: unknown) => said.push(String(chunk)) > 0) as typeof process.stdout.write
    Object.assign(process.stdout, { write: listen })
    Object.assign(process.stderr, { write: listen })
    const accepted: string[] = []
    const misjudged: string[] = []
    const repeated: string[] = []
    try {
      for (const [name, files] of ways) {
        const report = await load(written(name, files), {}, vault)
        if (report.ok || report.stored) accepted.push(name)
        if (!report.findings.some(({ rule }) => WHOLE_FILE.has(rule))) misjudged.push(name)
        if (TRACES.some((trace) => JSON.stringify(report).toLowerCase().includes(trace.toLowerCase())))
          repeated.push(name)
      }
    } finally {
      Object.assign(process.stdout, { write: original.out })
      Object.assign(process.stderr, { write: original.err })
    }
    expect({ accepted, misjudged, repeated }).toEqual({ accepted: [], misjudged: [], repeated: [] })
    for (const trace of TRACES) expect(said.join('')).not.toContain(trace)
  })

  it('leaves nothing in the home, and the vault empty', async () => {
    expect(await rowsOf(vault.connection, 'SELECT pseudo_id FROM asi')).toEqual([])
    vault.close()
    for (const name of readdirSync(home, { recursive: true }) as string[]) {
      const path = join(home, name)
      if (!statSync(path).isFile()) continue
      const content = readFileSync(path, 'latin1')
      for (const trace of [PERSON, TEN, `${BIRTH}-${LAST}`, 'exempel']) expect(content).not.toContain(trace)
    }
  })
})

describe('what is not an identity', () => {
  it.each([
    'k0184b00001',
    'a3f9c2e17b604d58',
    'S2023-000123',
    '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    'b8112189-8760-4a0c-9a0c-0305e82c3301',
    'abcdef',
    '000001',
  ])('%s passes as a pseudonym', async (pseudonym) => {
    const path = join(folder, `${pseudonym}.csv`)
    writeFileSync(path, withCell('pseudo_id', pseudonym))
    const fresh = await openVault(':memory:')
    const report = await load([path], {}, fresh)
    fresh.close()
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
