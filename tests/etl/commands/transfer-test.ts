import {
  createReadStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { RULES } from '../../../data/instruments/rules.ts'
import { currentRelease, releaseFile } from '../../../data/store/release.ts'
import { load } from '../../../etl/commands/load.ts'
import type { Context } from '../../../etl/commands/outcome.ts'
import { transfer } from '../../../etl/commands/transfer.ts'
import { flipByte } from '../../fixtures/damage.ts'
import { emptyHome, inRelease, temporaryFile } from '../../fixtures/home.ts'

const folders: string[] = []
const servers: Server[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  for (const server of servers.splice(0)) server.close()
})

const newFolder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'jamsides-push-')))
  return folders.at(-1)!
}

async function publishing(context: Context, value: number): Promise<string> {
  const csv = temporaryFile('k.csv', `kpi,municipality,period,gender,value\nN31807,0184,2021,T,${value}\n`)
  const { object } = await load(context, [csv], { release: true })
  return (object as { release: string }).release
}

const SOLNA = 'SELECT value FROM value'

/** Serves a folder's files, with ranges or without. @returns its address, and from where on each database was asked for */
async function webOf(folder: string, knowsRanges: boolean): Promise<{ address: string; asked: number[] }> {
  const asked: number[] = []
  const server = createServer((request, response) => {
    const path = join(folder, request.url!)
    const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
    if (path.endsWith('.duckdb')) asked.push(start)
    const isPart = knowsRanges && start > 0
    response.writeHead(isPart ? 206 : 200)
    createReadStream(path, { start: isPart ? start : 0 }).pipe(response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

test('a reader has the same release, and nothing else of the home', async () => {
  const [writer, reader, folder] = [emptyHome(), emptyHome(), newFolder()]
  const id = await publishing(writer, 5)
  await transfer(writer, 'push', folder)
  expect(readdirSync(folder).sort()).toEqual([`${id}.duckdb`, `${id}.json`, 'current'].sort())
  expect((await transfer(reader, 'pull', folder)).object).toMatchObject({ release: id })
  expect(readFileSync(releaseFile(reader.home, id)).equals(readFileSync(releaseFile(writer.home, id)))).toBe(true)
  expect(await inRelease(reader, SOLNA)).toEqual([{ value: 5 }])
  const next = await publishing(writer, 6)
  await transfer(writer, 'push', folder)
  await transfer(reader, 'pull', folder)
  expect(currentRelease(reader.home)).toBe(next)
})

test.each([true, false])(
  'cut off on the way, a pull from the web goes on where it stopped (ranges: %s)',
  async (knows) => {
    const [writer, reader, folder] = [emptyHome(), emptyHome(), newFolder()]
    const id = await publishing(writer, 5)
    await transfer(writer, 'push', folder)
    const { address, asked } = await webOf(folder, knows)
    const file = releaseFile(writer.home, id)
    const { sha256 } = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'))
    const half = Math.floor(statSync(file).size / 2)
    await transfer(reader, 'pull', folder)
    rmSync(releaseFile(reader.home, id))
    writeFileSync(
      join(reader.home.fetched, `${id}.duckdb.${sha256.slice(0, 8)}.part`),
      readFileSync(file).subarray(0, half),
    )
    await transfer(reader, 'pull', address)
    expect(asked).toEqual([half])
    expect(await inRelease(reader, SOLNA)).toEqual([{ value: 5 }])
  },
)

test('figures of clients that older rules protected are refused before they are fetched; other figures are not', async () => {
  const [writer, reader, folder] = [emptyHome(), emptyHome(), newFolder()]
  const first = await publishing(writer, 5)
  await transfer(writer, 'push', folder)
  await transfer(reader, 'pull', folder)
  const second = await publishing(writer, 6)
  await transfer(writer, 'push', folder)
  const seen = readFileSync(join(folder, `${second}.json`), 'utf8')
  const loadedAt = new Date().toISOString()
  const saying = (rules: number | undefined, source: string) => {
    // A manifest of the first version: unsealed, with no place in the chain.
    const { rules: _, seal: __, position: ___, previous: ____, ...manifest } = JSON.parse(seen)
    const sources = [...manifest.sources, { source, rows: null, file: null, loadedAt }]
    writeFileSync(join(folder, `${second}.json`), JSON.stringify({ ...manifest, rules, sources }))
  }
  for (const [rules, source] of [
    [RULES - 1, 'asi'],
    [RULES - 1, 'ubu'],
    [undefined, 'asi'],
  ] as const) {
    saying(rules, source)
    await expect(transfer(reader, 'pull', folder)).rejects.toThrow('skyddade enligt äldre regler')
    expect(currentRelease(reader.home)).toBe(first)
    expect(existsSync(releaseFile(reader.home, second))).toBe(false)
  }
  saying(RULES, 'asi')
  await transfer(reader, 'pull', folder)
  expect(currentRelease(reader.home)).toBe(second)
})

test('what is not as it was handed on is not served, and what is gone is told', async () => {
  const [writer, reader, folder] = [emptyHome(), emptyHome(), newFolder()]
  const first = await publishing(writer, 5)
  await transfer(writer, 'push', folder)
  await transfer(reader, 'pull', folder)
  const second = await publishing(writer, 6)
  await transfer(writer, 'push', folder)
  for (const harm of [
    () => flipByte(join(folder, `${second}.duckdb`), 0.5),
    () => truncateSync(join(folder, `${second}.duckdb`), 1000),
    () => flipByte(join(folder, `${second}.json`), 0.5),
    () => writeFileSync(join(folder, 'current'), '../../etc/passwd\n'),
  ]) {
    harm()
    await expect(transfer(reader, 'pull', folder)).rejects.toThrow('inte som den lämnades ut')
    expect(currentRelease(reader.home)).toBe(first)
  }
  await expect(transfer(reader, 'pull', 'http://127.0.0.1:9')).rejects.toThrow('går inte att nå')
})
