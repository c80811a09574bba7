import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the samples that this run has made. */
    samples: string
  }
}

/** One folder a run, in which the samples lie that several files of tests look at; taken away after the run. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'jamsides-samples-'))
  project.provide('samples', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
