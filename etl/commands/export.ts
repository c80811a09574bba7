import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { identifier, openWritable, quoted, rowsOf } from '../../data/store/duckdb.ts'
import { currentRelease, releaseFile } from '../../data/store/release.ts'
import { counted, say } from '../language.ts'
import { type Context, type Outcome, Refusal, WrongUsage } from './outcome.ts'

/**
 * `export release FOLDER`: the tables of the release that is served, and its view of every value, each as a Parquet file, with
 * its manifest. For other tools and engines; nothing is in it that the service does not show.
 * @throws Refusal where the folder holds something already, or there is no release
 */
export async function exportRelease({ home }: Context, what: string, folder: string): Promise<Outcome> {
  if (what !== 'release') {
    throw new WrongUsage(say('Skriv export release MAPP.', 'Write export release FOLDER.'))
  }
  const id = currentRelease(home)
  if (id === null) throw new Refusal(say('Det finns ingen utgåva att lämna ut.', 'There is no release to hand on.'))
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Refusal(notEmpty(folder))
  const unfinished = `${folder}.${process.pid}.new`
  try {
    mkdirSync(unfinished, { recursive: true })
    const tables = await writeTables(releaseFile(home, id), unfinished)
    copyFileSync(join(home.releases, `${id}.json`), join(unfinished, 'release.json'))
    if (existsSync(folder)) rmSync(folder, { recursive: true })
    renameSync(unfinished, folder)
    return done(id, folder, tables)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** @returns the rows of each table */
async function writeTables(release: string, folder: string): Promise<Record<string, number>> {
  const scratch = await openWritable(':memory:')
  try {
    const { connection } = scratch
    await connection.run(`ATTACH ${quoted(release)} AS release (READ_ONLY)`)
    await connection.run('USE release')
    const names = await rowsOf<{ name: string }>(
      connection,
      `SELECT table_name AS name FROM information_schema.tables WHERE table_catalog = 'release' ORDER BY 1`,
    )
    const tables: Record<string, number> = {}
    for (const { name } of names) {
      const file = join(folder, `${name}.parquet`)
      const copied = await rowsOf<{ Count: bigint }>(
        connection,
        `COPY (FROM release.${identifier(name)}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`,
      )
      tables[name] = Number(copied[0]!.Count)
    }
    return tables
  } finally {
    scratch.close()
  }
}

const notEmpty = (folder: string) =>
  say(`${folder} är inte tom: välj en ny mapp.`, `${folder} is not empty: choose a new folder.`)

function done(release: string, folder: string, tables: Record<string, number>): Outcome {
  const files = Object.keys(tables).length
  return {
    exit: 0,
    lines: [
      say(
        `Utgåva ${release}: ${counted(files)} tabeller som Parquet i ${folder}.`,
        `Release ${release}: ${counted(files)} tables as Parquet in ${folder}.`,
      ),
    ],
    object: { ok: true, release, folder, tables },
  }
}
