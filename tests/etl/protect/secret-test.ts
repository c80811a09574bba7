import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SecretError, secretOf } from '../../../etl/protect/secret.ts'

let root: string
let path: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jamsides-secret-'))
  path = join(root, 'home', 'secret')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

test('the first start makes 32 random bytes that only their owner reads', () => {
  const secret = secretOf(path, { releases: 0 })
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(readFileSync(path).toString('hex')).toBe(secret)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(secretOf(path, { releases: 3 })).toBe(secret)
})

test('one that others could read is closed to them', () => {
  secretOf(path, { releases: 0 })
  chmodSync(path, 0o644)
  secretOf(path, { releases: 1 })
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a missing one stops the build where there are releases, and none is made', () => {
  expect(() => secretOf(path, { releases: 1 })).toThrow(SecretError)
  expect(existsSync(path)).toBe(false)
})

test('a short one stops the build and is left as it is', () => {
  secretOf(path, { releases: 0 })
  writeFileSync(path, 'short')
  expect(() => secretOf(path, { releases: 0 })).toThrow(/32 byte/)
  expect(readFileSync(path, 'utf8')).toBe('short')
})
