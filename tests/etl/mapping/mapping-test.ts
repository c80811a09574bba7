import { describe, expect, it } from 'vitest'
import { asi } from '../../../data/instruments/asi.ts'
import { mistakesIn } from '../../../data/instruments/extract-mapping.ts'
import { ubu } from '../../../data/instruments/ubu.ts'
import { ExtractMapping } from '../../../data/model/extract-mapping.ts'
import type { ClientRow } from '../../../data/sample/clients.ts'
import { rowsOf } from '../../../data/store/duckdb.ts'
import { openVault } from '../../../data/store/vault.ts'
import { proposeMapping } from '../../../etl/mapping/propose.ts'
import { check, load } from '../../../etl/sources/asi.ts'
import { etl } from '../../fixtures/etl.ts'
import { csvOf } from '../../fixtures/extracts.ts'
import { foreignExtract, foreignRows, interviewsOf } from '../../fixtures/foreign-extract.ts'
import { emptyHome, temporaryFile } from '../../fixtures/home.ts'

const file = (rows: ClientRow[]) => temporaryFile('uttag.csv', csvOf(rows))
const foreign = () => foreignRows(interviewsOf('0184'))
const proposed = async (rows: ClientRow[]) => (await proposeMapping(file(rows), asi))!
const errorsOf = async (rows: ClientRow[], mapping: ExtractMapping) =>
  (await check([file(rows)], { mapping })).findings
    .filter(({ severity }) => severity === 'error')
    .map(({ row, column, rule }) => [row, column, rule])

describe('what is proposed for a file with headings of its own', () => {
  it('reads it as the same extract in the format’s own words', async () => {
    const { mapping, columns } = await proposed(foreign())
    expect(columns.find(({ heading }) => heading === 'Enhet')).toMatchObject({ target: null, letter: 'L' })
    expect(mapping.leftOut).toEqual(['Enhet'])
    const stored = async (path: string, options: object) => {
      const vault = await openVault(':memory:')
      expect(await load([path], options, vault)).toMatchObject({ ok: true })
      const rows = await rowsOf(vault.connection, 'SELECT * EXCLUDE (extract) FROM asi ORDER BY row')
      vault.close()
      return rows
    }
    const own = await stored(file(foreign()), { mapping })
    expect(own).toEqual(await stored(file(interviewsOf('0184')), {}))
    expect(own.length).toBeGreaterThan(40)
  })

  it('takes an earlier choice before any name', async () => {
    const earlier = ExtractMapping.parse({ instrument: 'asi', columns: { boende: { from: 'Enhet' } } })
    const { mapping, columns } = (await proposeMapping(file(foreign()), asi, { earlier: [earlier] }))!
    expect(mapping.columns.boende).toEqual({ from: 'Enhet' })
    expect(columns.find(({ target }) => target === 'boende')?.because).toBe('earlier')
  })

  it('gives codes that some rows have, with counts to the nearest five, and never a pseudonym or a number', async () => {
    const { columns } = await proposed(foreign())
    const byHeading = new Map(columns.map((column) => [column.heading, column.examples]))
    expect(
      byHeading
        .get('Kön')
        ?.map(({ code }) => code)
        .sort(),
    ).toEqual(['K', 'M'])
    for (const { rows } of columns.flatMap(({ examples }) => examples)) expect((rows ?? 0) % 5).toBe(0)
    for (const heading of ['Klientkod', 'Ålder', 'D1']) expect(byHeading.get(heading)).toEqual([])
  })

  it.each([
    ['Namn', 'Kim Exempel'],
    ['Handläggare', 'Kim Exempel'],
    ['Uppgift', '19811218-9876'],
    ['Uppgift', '1981-12-18'],
    ['Uppgift', 'kim.exempel@example.se'],
    ['19811218-9876', 'a'],
  ])('never repeats what stands under %s when that is %s', async (heading, value) => {
    const { mapping, columns } = await proposed(foreign().map((row) => ({ ...row, [heading]: value })))
    const told = JSON.stringify({ mapping, columns })
    for (const trace of ['Exempel', '9876', '1981', 'kim']) expect(told).not.toContain(trace)
    expect(columns.find(({ letter }) => letter === 'M')).toMatchObject({ target: null, rule: expect.any(String) })
  })

  it.each([
    ['p-1;0184;Anna Svensson;man;2023-05;7', 'p-2;0184;Bo Karlsson;kvinna;2023-06;4'],
    ['Anna Svensson;Solna;man', 'Bo Karlsson;Solna;kvinna'],
    ['19811218-9876;Anna Svensson;man', '19910203-2384;Bo Karlsson;kvinna'],
  ])('takes no first row for headings that is somebody’s: %s', async (...rows) => {
    expect(await proposeMapping(temporaryFile('uttag.csv', rows.join('\n')), asi)).toBeNull()
    const { findings } = await check([temporaryFile('uttag.csv', rows.join('\n'))], {})
    expect(JSON.stringify(findings)).not.toMatch(/Anna|Svensson|9876/)
  })

  it('says that there are no headings', async () => {
    const rows = ['p-1;0184;Anna Svensson;man;2023-05;7', 'p-2;0184;Bo Karlsson;kvinna;2023-06;4']
    const { findings } = await check([temporaryFile('uttag.csv', rows.join('\n'))], {})
    expect(findings[0]).toMatchObject({ row: 1, column: 'A', rule: 'no-headings' })
  })

  it.each(['=HYPERLINK("http://evil.example")', '<!ENTITY b SYSTEM "file:///etc/passwd">', 'http://evil.example'])(
    'carries no %s as a heading',
    async (heading) => {
      const told = JSON.stringify(await proposed(foreign().map((row) => ({ ...row, [heading]: 'a' }))))
      expect(told).not.toMatch(/evil|passwd/)
    },
  )
})

describe('reading by a mapping', () => {
  const mapping = async () => (await proposed(foreign())).mapping
  const changed = (change: ClientRow) => foreign().map((row, i) => (i === 1 ? { ...row, ...change } : row))

  it.each([
    [{ Kön: 'kvinnligt' }, [3, 'kon', 'unknown-code']],
    [{ Ålder: 12 }, [3, 'aldersgrupp', 'unknown-code']],
    [{ Ålder: '1981-12-18' }, [3, 'aldersgrupp', 'exact-date']],
    [{ Ålder: 19811218 }, [3, 'aldersgrupp', 'exact-date']],
    [{ Uppföljningsmånad: '2023-03-05' }, [3, 'manad', 'exact-date']],
    [{ Klientkod: '19811218-9876' }, [3, 'pseudo_id', 'identity']],
    [{ Enhet: '19811218-9876' }, [3, 'L', 'identity']],
    [{ Huvuddrog: 'dricker mest på helgerna' }, [3, 'dominerande_preparat', 'free-text']],
  ])('%j is an error where it stands', async (change, error) => {
    expect(await errorsOf(changed(change as ClientRow), await mapping())).toEqual([error])
  })

  it.each([
    ['Namn', 'forbidden-column'],
    ['Födelsedatum', 'forbidden-column'],
    ['Ålder på barnet', 'undeclared-column'],
  ])('a column %s beside those mapped breaks %s, left out or not', async (heading, rule) => {
    const rows = foreign().map((row) => ({ ...row, [heading]: 'a' }))
    expect(await errorsOf(rows, await mapping())).toEqual([[1, 'M', rule]])
    const left = { ...(await mapping()), leftOut: ['Enhet', heading] }
    expect(await errorsOf(rows, left)).toEqual(rule === 'forbidden-column' ? [[1, 'M', rule]] : [])
  })

  it('a name stays refused also where a column is made of it, an age that is not put into classes too', async () => {
    const named = ExtractMapping.parse({ ...(await mapping()), columns: { pseudo_id: { from: 'Namn' } } })
    const rows = foreign().map(({ Klientkod, ...row }) => ({ Namn: Klientkod ?? null, ...row }))
    expect(await errorsOf(rows, named)).toContainEqual([1, 'A', 'forbidden-column'])
    const plain = await mapping()
    const unclassed = ExtractMapping.parse({ ...plain, columns: { ...plain.columns, aldersgrupp: { from: 'Ålder' } } })
    expect(await errorsOf(foreign(), unclassed)).toContainEqual([1, 'E', 'forbidden-column'])
  })

  it('two columns make one code, year and month a month, a constant a column', async () => {
    const rows = foreign().map(({ Uppföljningsmånad, Kommunkod, 'Typ av intervju': type, ...row }) => {
      const [year, month] = String(Uppföljningsmånad).split('-')
      return {
        ...row,
        Formulär: 'ASI',
        Tillfälle: type === 'Inskrivning' ? 1 : 2,
        År: year ?? null,
        Mån: Number(month),
      }
    })
    const columns = {
      ...(await mapping()).columns,
      manad: { from: ['År', 'Mån'] },
      kommun: { constant: '0184' },
      intervju: {
        from: ['Formulär', 'Tillfälle'],
        codes: [
          { when: ['ASI', '1'], code: 'grund' },
          { when: ['ASI', '2'], code: 'uppfoljning' },
        ],
      },
    }
    const pairs = ExtractMapping.parse({ instrument: 'asi', columns, leftOut: ['Enhet'] })
    expect(await errorsOf(rows, pairs)).toEqual([])
    const other = rows.map((row, i) => (i === 1 ? { ...row, Tillfälle: 3 } : row))
    expect(await errorsOf(other, pairs)).toEqual([[3, 'intervju', 'unknown-code']])
  })
})

describe('a mapping itself', () => {
  const parses = (columns: object) => ExtractMapping.safeParse({ instrument: 'asi', columns }).success

  it('holds nothing that could be a number of a person, a date or an address', () => {
    expect(parses({ kon: { from: '19811218-9876' } })).toBe(false)
    expect(parses({ kon: { from: 'Kön', codes: { '811218-9876': 'man' } } })).toBe(false)
    expect(parses({ kon: { from: 'Kön', codes: { 'kim@example.se': 'man' } } })).toBe(false)
    expect(parses({ kon: { from: 'Kön', codes: { '1': 'man' } } })).toBe(true)
  })

  it.each([
    ['asi', { aldrar: { from: 'a' } }, 'columns.aldrar'],
    ['asi', { kon: { from: 'a', codes: { b: 'pojke' } } }, 'columns.kon'],
    ['asi', { kon: { constant: 'X' } }, 'columns.kon'],
    ['asi', { alkohol_oro: { from: 'a', codes: { b: '5' } } }, 'columns.alkohol_oro'],
    ['asi', { pseudo_id: { from: 'a', codes: { b: 'c' } } }, 'columns.pseudo_id'],
    ['asi', { manad: { from: 'a', codes: { b: '0' } } }, 'columns.manad'],
    ['ubu', { kon: { from: ['a', 'b'] } }, 'columns.kon'],
  ])('of %s cannot make %j', (id, columns, path) => {
    const mapping = ExtractMapping.parse({ instrument: id, columns })
    expect(mistakesIn(mapping, id === 'asi' ? asi : ubu).map((mistake) => mistake.path)).toEqual([path])
  })
})

describe('on the command line', () => {
  it('check proposes a mapping, and check and load take it as a file', async () => {
    const context = emptyHome()
    const extract = temporaryFile('system.csv', foreignExtract('0184'))
    const { exit, stdout } = await etl(context, 'check', extract, '--source', 'asi', '--json')
    expect(exit).toBe(1)
    const mapping = temporaryFile('mapping.json', JSON.stringify(JSON.parse(stdout).mappings['system.csv']))
    expect(await etl(context, 'check', extract, '--mapping', mapping)).toMatchObject({ exit: 0, stderr: '' })
    expect(await etl(context, 'load', extract, '--mapping', mapping, '--no-release')).toMatchObject({ exit: 0 })
    const wrong = temporaryFile('wrong.json', JSON.stringify({ instrument: 'asi', columns: { kon: { to: 'Kön' } } }))
    expect(await etl(context, 'check', extract, '--mapping', wrong)).toMatchObject({
      exit: 1,
      stderr: expect.stringMatching(/^Inget är inläst\.[^\n]*columns\.kon[^\n]*\n$/),
    })
  })
})
