import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { circlesAmong, type Link } from './circles.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:from\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g
const TOPS = ['api', 'dashboards', 'data', 'etl'] as const

type Arrow = Link & { typeOnly: boolean }

function sources(): string[] {
  return TOPS.flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true }).map((path) => `${top}/${path}`),
  ).filter((path) => path.endsWith('.ts') && !/^data\/local|^dashboards\/dist/.test(path))
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

/** The rooms of the dashboards from the top floor down: what stands further down knows nothing of what stands above it. */
const FLOORS = [
  ['main.ts'],
  ['app'],
  ['search'],
  ['views'],
  ['parts'],
  ['exports'],
  ['meetings'],
  ['browser-storage'],
  ['basket'],
  ['page'],
  ['address'],
  ['api-client'],
  ['offline'],
  ['native-charts'],
  ['charts', 'style'],
  ['text'],
  ['reduction'],
]

test('in the dashboards every arrow runs down: app, pages, parts, charts', () => {
  const floorOf = (path: string) => FLOORS.findIndex((rooms) => rooms.includes(path.split('/')[1]!))
  const inside = across(/^dashboards\//, /^dashboards\//)
  expect(inside.filter(({ from, to }) => floorOf(from) < 0 || floorOf(to) < 0)).toEqual([])
  expect(inside.filter(({ from, to }) => floorOf(to) < floorOf(from))).toEqual([])
})

/** A folder and all those above it: `etl/read/csv.ts` lies in `etl/read` and in `etl`. */
const foldersOf = (path: string): string[] => {
  const folder = dirname(path)
  return folder === '.' ? [] : [folder, ...foldersOf(folder)]
}

const folders = [...new Set(sources().flatMap(foldersOf))].sort()

test.each(folders)('%s has no circle among its files and rooms', (folder) => {
  const room = (path: string) => path.slice(folder.length + 1).split('/')[0]!
  const inside = all
    .filter(({ from, to }) => from.startsWith(`${folder}/`) && to.startsWith(`${folder}/`))
    .map(({ from, to }) => ({ from: room(from), to: room(to) }))
  expect(circlesAmong(inside.filter(({ from, to }) => from !== to))).toEqual([])
})

test('a circle is seen, and where every arrow runs down there is none', () => {
  const link = (words: string): Link[] => words.split(' ').map((one) => ({ from: one[0]!, to: one[1]! }))
  expect(circlesAmong(link('ab bc cd db ae'))).toEqual([['b', 'c', 'd']])
  expect(circlesAmong(link('ab bc ac ad dc'))).toEqual([])
})
