import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asOneAct, keepChanges, rememberStores, takeBackChanges } from '../../data/store/before.ts'
import type { Home } from '../../data/store/home.ts'
import { emptyHome } from '../fixtures/home.ts'

/** A home whose stores hold a word each; files are all that is looked at here. */
function stored(figures: string, vault: string): Home {
  const { home } = emptyHome()
  mkdirSync(home.root, { recursive: true })
  writeFileSync(home.figures, figures)
  writeFileSync(home.vault, vault)
  return home
}

const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null)
const both = ({ figures, vault }: Home) => [read(figures), read(vault)]

test('what was written to one store before the process was killed is taken back', () => {
  const home = stored('old', 'old')
  rememberStores(home)
  writeFileSync(home.figures, 'new')
  writeFileSync(`${home.figures}.wal`, 'half')
  expect(takeBackChanges(home)).toBe(true)
  expect(both(home)).toEqual(['old', 'old'])
  expect([existsSync(`${home.figures}.wal`), existsSync(home.before)]).toEqual([false, false])
  expect(takeBackChanges(home)).toBe(false)
})

test('what both were written to stands once it is kept', () => {
  const home = stored('old', 'old')
  rememberStores(home)
  writeFileSync(home.figures, 'new')
  writeFileSync(home.vault, 'new')
  keepChanges(home)
  expect(takeBackChanges(home)).toBe(false)
  expect(both(home)).toEqual(['new', 'new'])
})

test('a store that was not there is taken away again', () => {
  const { home } = emptyHome()
  mkdirSync(home.root, { recursive: true })
  rememberStores(home)
  writeFileSync(home.vault, 'new')
  takeBackChanges(home)
  expect(both(home)).toEqual([null, null])
})

test('a copy that was cut off while it was made changes nothing', () => {
  const home = stored('old', 'old')
  mkdirSync(`${home.before}.new`, { recursive: true })
  expect(takeBackChanges(home)).toBe(false)
  expect(both(home)).toEqual(['old', 'old'])
  expect(existsSync(`${home.before}.new`)).toBe(false)
})

test('one act that fails half way changes nothing, and says why', async () => {
  const home = stored('old', 'old')
  const half = asOneAct(home, async () => {
    writeFileSync(home.figures, 'new')
    throw new Error('the disk is full')
  })
  await expect(half).rejects.toThrow('the disk is full')
  expect(both(home)).toEqual(['old', 'old'])
})
