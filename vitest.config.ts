import { configDefaults, defineConfig } from 'vitest/config'

/** Patience, not a measure: a loaded machine is slow, and nothing here asserts how fast anything is. */
const PATIENCE_MS = 300_000

/** These share a browser and what they have fetched. */
const BROWSER = 'tests/browser/**/*-test.ts'
/** These share a process and what they have fetched, most of their time; processes that live longer grow slow of what others leave. */
const TOGETHER = [
  'tests/{access,api,catalogue,dashboards,instruments,model,sample,shelf,stats,store,templates,text}/**/*-test.ts',
  'tests/etl/{check,commands,mapping,protect,read,release,sources,vault}/**/*-test.ts',
]

export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      { extends: true, mode, test: { name: 'together', include: TOGETHER, isolate: false } },
      { extends: true, mode, test: { name: 'browser', include: [BROWSER], isolate: false } },
      {
        extends: true,
        mode,
        test: {
          name: 'apart',
          include: ['tests/**/*-test.ts'],
          exclude: [...configDefaults.exclude, BROWSER, ...TOGETHER],
        },
      },
    ],
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
}))
