import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { catalogue } from '../../data/catalogue/index.ts'
import { asi } from '../../data/instruments/asi.ts'
import { asiClients } from '../../data/sample/asi-clients.ts'
import { openWritable } from '../../data/store/duckdb.ts'
import { homeAt } from '../../data/store/home.ts'
import { releaseId } from '../../data/store/release.ts'
import { openVault } from '../../data/store/vault.ts'
import { protectInto, secretOf } from '../../etl/protect/index.ts'
import { openTable } from '../../etl/read/table.ts'
import { check } from '../../etl/sources/asi.ts'
import { storeSample } from '../../etl/sources/extract.ts'
import type { Bench } from './main.ts'
import { held, type Measured, measured, timed } from './measure.ts'
import { runEtl } from './service.ts'

type Size = { municipalities: number; years: number; perYear: number }

const wanted = ({ municipalities, years, perYear }: Size) => ({
  seed: 1,
  municipalities: catalogue()
    .municipalities.slice(0, municipalities)
    .map(({ code }) => code),
  years: Array.from({ length: years }, (_, i) => 2016 + i),
  perYear,
})

/** Checks an extract by every rule, against reading its rows alone. */
export async function benchCheck({ folder }: Bench, size: Size): Promise<Measured> {
  const file = join(folder, 'asi.csv')
  const rows = await writeExtract(file, size)
  const read = await timed(async () => {
    for await (const _ of (await openTable(file)).rows);
  })
  const checked = await timed(() => check([file], {}))
  return measured('check an ASI extract', `${rows} interviews`, checked, 'reading the same rows', read)
}

/** A little over a million interviews: every municipality, ten years, baselines and their follow-ups. */
const MILLION: Size = { municipalities: 290, years: 10, perYear: 225 }
const [SECONDS, MEGABYTES] = [180, 2000]

/** Loading a million interviews and publishing the release of them, each by the command in a process of its own. */
export async function benchMillion({ folder }: Bench): Promise<Measured[]> {
  const file = join(folder, 'million.csv')
  const amount = `${await writeExtract(file, MILLION)} interviews`
  const environment = { JAMSIDES_HOME: join(folder, 'million') }
  const loaded = await runEtl(['load', file, '--no-release'], environment)
  const published = await runEtl(['release'], environment)
  const both = loaded.milliseconds + published.milliseconds
  const timely = ({ milliseconds }: typeof loaded, work: string): Measured =>
    held(
      measured(`a million interviews: ${work}`, amount, milliseconds, 'the goal of both', SECONDS * 1000),
      `≤ ${SECONDS} s for both`,
      both <= SECONDS * 1000,
    )
  const memory = Math.max(loaded.megabytes, published.megabytes)
  return [
    timely(loaded, 'load'),
    timely(published, 'protect'),
    {
      ...held(
        measured('memory of that', amount, memory, 'the goal', MEGABYTES),
        `≤ ${MEGABYTES} MB`,
        memory > 0 && memory <= MEGABYTES,
      ),
      unit: 'MB',
    },
  ]
}

/** Writes an extract row by row, as large as may be. @returns its rows */
async function writeExtract(file: string, size: Size): Promise<number> {
  const columns = asi.columns.map(({ id }) => id)
  let rows = 0
  function* lines() {
    yield `${columns.join(';')}\n`
    for (const row of asiClients(wanted(size))) {
      rows += 1
      yield `${columns.map((column) => row[column] ?? '').join(';')}\n`
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file))
  return rows
}

/** Protects a vault into a release, against one plain count by every dimension, which protects nobody. */
export async function benchProtect({ folder, settings }: Bench, size: Size): Promise<Measured> {
  const home = homeAt(join(folder, `protect-${size.municipalities}`))
  const vault = await openVault(home.vault)
  const release = await openWritable(join(home.root, 'release.duckdb'))
  try {
    await storeSample(asiClients(wanted(size)), asi, vault)
    await release.connection.run(readFileSync(new URL('../../data/store/release.sql', import.meta.url), 'utf8'))
    const plain = await timed(async () => {
      for (const { id } of asi.dimensions) {
        await vault.connection.runAndReadAll(
          `SELECT municipality, year, ${id}, count(DISTINCT pseudo_id) FROM asi GROUP BY ALL`,
        )
      }
    })
    const builtAt = new Date()
    const protection = { secret: secretOf(home.secret, { releases: 0 }), settings, builtAt, sample: true }
    const protectedIn = await timed(() =>
      protectInto(vault, release.connection, {
        ...protection,
        releaseId: releaseId(builtAt, '00000000'),
        isPublished: () => false,
      }),
    )
    const amount = `${size.municipalities} municipalities × ${size.years} years × ${size.perYear} clients`
    return measured('protect a release', amount, protectedIn, 'counting by each dimension, unprotected', plain)
  } finally {
    vault.close()
    release.close()
  }
}
