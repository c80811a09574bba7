import { defineConfig } from 'vitest/config'

/** Patience, not a measure: a loaded machine is slow, and nothing here asserts how fast anything is. */
const PATIENCE_MS = 300_000

export default defineConfig({
  test: {
    include: ['tests/**/*-test.ts'],
    // Files share a process, and what they have fetched: a third of their time. What a test leaves behind is taken away.
    isolate: false,
    setupFiles: ['tests/fixtures/tidy.ts'],
    globalSetup: ['tests/browser/samples-folder.ts'],
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
    pool: 'forks',
    // The documents take their colours from the style sheet.
    css: { include: [/colours\.css/] },
  },
})
