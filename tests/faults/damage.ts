import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { homeAt } from '../../data/store/home.ts'
import { mend } from '../../etl/commands/mend.ts'
import type { Context } from '../../etl/commands/outcome.ts'
import { verify } from '../../etl/commands/verify.ts'
import { flipByte } from '../fixtures/damage.ts'

/** What became of one file in which one byte was turned. */
export type Damage = { file: string; at: number; named: boolean; wrong: string | null }

/**
 * Turns one byte in each file of a home, one after the other, each in a fresh copy of it: `verify` must name the file with
 * what to do, or the byte must not matter to what is stored; no command may fail otherwise, and `mend` may make nothing worse.
 * @param at where in the file, 0 its first byte, 1 its last
 */
export async function damageEach(context: Context, at: number): Promise<Damage[]> {
  const found: Damage[] = []
  for (const file of filesIn(context.home.root)) found.push(await damageOne(context, file, at))
  return found
}

async function damageOne({ home, settings }: Context, file: string, at: number): Promise<Damage> {
  const copy = homeAt(`${home.root}-damaged`)
  rmSync(copy.root, { recursive: true, force: true })
  cpSync(home.root, copy.root, { recursive: true })
  const context = { home: copy, settings: { ...settings, JAMSIDES_HOME: copy.root } }
  try {
    flipByte(join(copy.root, file), at)
    const [before, named] = await damagedFiles(context)
    await mend(context)
    const [after] = await damagedFiles(context)
    const worse = after > before ? `${after} damaged after mend, ${before} before` : null
    return { file, at, named: named.some((one) => one.includes(file)), wrong: worse }
  } catch (error) {
    return { file, at, named: false, wrong: (error as Error).message }
  } finally {
    rmSync(copy.root, { recursive: true, force: true })
  }
}

async function damagedFiles(context: Context): Promise<[number, string[]]> {
  const { files } = (await verify(context)).object as { files: { file: string; sound: boolean; mend?: string }[] }
  const damaged = files.filter(({ sound }) => !sound)
  for (const { file, mend: what } of damaged) if (!what) throw new Error(`${file}: nothing is said of what to do`)
  return [damaged.length, damaged.map(({ file }) => file)]
}

/** What may be turned without harm: locks and copies hold nothing that is read. */
const EMPTY = /(^|\/)(lock|hand-in)\.duckdb$/

const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size > 0)
    .map((path) => relative(root, path))
    .filter((path) => !EMPTY.test(path))
    .sort()
