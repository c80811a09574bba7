import { isAbsolute } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, SETTINGS } from '../data/settings.ts'

test('every setting is documented, once, and its fallback is allowed', () => {
  const names = SETTINGS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { help } of SETTINGS) expect(help.length).toBeGreaterThan(10)
  expect(readSettings({}).PORT).toBe(3000)
  expect(isAbsolute(readSettings({}).JAMSIDES_HOME)).toBe(true)
})

test('an unknown variable of ours is refused with the nearest known one; others are left alone', () => {
  expect(() => readSettings({ JAMSIDES_HOEM: '/x' })).toThrow(/JAMSIDES_HOEM.*JAMSIDES_HOME/)
  expect(readSettings({ PATH: '/bin', JAMSIDES_HOME: '/x' }).JAMSIDES_HOME).toBe('/x')
})

test('a number that is none, or out of range, is refused with its range', () => {
  expect(() => readSettings({ PORT: '70000' })).toThrow(/PORT.*0–65535/)
  expect(() => readSettings({ PORT: '12.5' })).toThrow(/PORT/)
  expect(() => readSettings({ PORT: 'abc' })).toThrow(/PORT/)
})

test('protection can be tightened, never loosened', () => {
  expect(readSettings({ JAMSIDES_PAIR_K: '8' }).JAMSIDES_PAIR_K).toBe(8)
  expect(() => readSettings({ JAMSIDES_PAIR_K: '4' })).toThrow(/JAMSIDES_PAIR_K/)
  expect(() => readSettings({ JAMSIDES_FLOOR: '9' })).toThrow(/JAMSIDES_FLOOR/)
})
