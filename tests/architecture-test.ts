import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:from\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g

type Arrow = { from: string; to: string; typeOnly: boolean }

function sources(): string[] {
  return ['api', 'dashboards', 'data', 'etl']
    .flatMap((top) => readdirSync(join(ROOT, top), { recursive: true }).map((path) => `${top}/${path}`))
    .filter((path) => path.endsWith('.ts') && !/^data\/local|^dashboards\/dist/.test(path))
}

function arrows(): Arrow[] {
  return sources().flatMap((from) => {
    const text = readFileSync(join(ROOT, from), 'utf8')
    return [...text.matchAll(IMPORT)]
      .map(([statement, a, b]) => ({ to: (a ?? b)!, typeOnly: /^\s*(import|export) type\b/.test(statement) }))
      .filter(({ to }) => to.startsWith('.'))
      .map(({ to, typeOnly }) => ({ from, to: relative(ROOT, join(ROOT, dirname(from), to)), typeOnly }))
  })
}

const all = arrows()
const across = (from: RegExp, to: RegExp) => all.filter((arrow) => from.test(arrow.from) && to.test(arrow.to))

test('the arrows are seen at all', () => {
  expect(all.length).toBeGreaterThan(50)
  expect(across(/^etl\//, /^data\//).length).toBeGreaterThan(0)
})

test('data imports nothing above it', () => {
  expect(across(/^data\//, /^(api|etl|dashboards)\//)).toEqual([])
})

test('api and etl stand beside each other on data', () => {
  expect(across(/^api\//, /^(etl|dashboards)\//)).toEqual([])
  expect(across(/^etl\//, /^(api|dashboards)\//)).toEqual([])
})

test('dashboards take from data/model only', () => {
  expect(across(/^dashboards\//, /^(api|etl)\//)).toEqual([])
  expect(across(/^dashboards\//, /^data\/(?!model\/)/)).toEqual([])
})

test('only the etl opens the vault and the loaded figures', () => {
  const opened = across(/^(?!etl\/|data\/store\/)/, /^data\/store\/(vault|figures)[-.]/)
  expect(opened.filter(({ typeOnly }) => !typeOnly)).toEqual([])
})

test('no folder is a place for things without a name', () => {
  expect(sources().filter((path) => /(^|\/)(utils?|helpers?|common|lib)(\/|\.ts$)/.test(path))).toEqual([])
})
