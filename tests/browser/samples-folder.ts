import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the samples that several files of tests look at. */
    samples: string
  }
}

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const KEPT = join(PROJECT, 'node_modules/.cache/jamsides-samples')
/** What a sample is made by. */
const MADE_BY = ['package-lock.json', 'data', 'etl']

/** The folder in which samples lie: kept from run to run until anything they are made by is changed. */
export default function setup(project: TestProject): void {
  const name = digest()
  mkdirSync(join(KEPT, name), { recursive: true })
  for (const other of readdirSync(KEPT)) if (other !== name) rmSync(join(KEPT, other), { recursive: true, force: true })
  project.provide('samples', join(KEPT, name))
}

function digest(): string {
  const hash = createHash('sha256')
  for (const file of MADE_BY.flatMap(filesUnder)) hash.update(file).update(readFileSync(join(PROJECT, file)))
  return hash.digest('hex').slice(0, 16)
}

function filesUnder(path: string): string[] {
  if (path === 'data/local') return []
  const entries = path.includes('.') ? [] : readdirSync(join(PROJECT, path), { withFileTypes: true })
  if (!entries.length) return [path]
  return entries
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
    .sort()
}
