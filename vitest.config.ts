import { configDefaults, defineConfig } from 'vitest/config'
import { UNSEEN } from './tests/unseen.ts'

/** Patience, not a measure: a loaded machine is slow, and nothing here asserts how fast anything is. */
const PATIENCE_MS = 300_000

export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'unseen' ? UNSEEN : ['tests/**/*-test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'test' ? UNSEEN : [])],
    globalSetup: ['tests/browser/samples-folder.ts'],
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
    pool: 'forks',
    // The documents take their colours from the style sheet.
    css: { include: [/colours\.css/] },
  },
}))
