import { configDefaults, defineConfig } from 'vitest/config'

/** Patience, not a measure: a loaded machine is slow, and nothing here asserts how fast anything is. */
const PATIENCE_MS = 300_000

/** Tests that only compute leave nothing behind for each other, so they share what they have fetched: most of their time. */
const COMPUTING = ['tests/{catalogue,dashboards,instruments,model,shelf,stats,templates,text}/**/*-test.ts']

export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      { extends: true, mode, test: { name: 'computing', include: COMPUTING, isolate: false } },
      {
        extends: true,
        mode,
        test: {
          name: 'running',
          include: ['tests/**/*-test.ts'],
          exclude: [...configDefaults.exclude, ...COMPUTING],
        },
      },
    ],
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
