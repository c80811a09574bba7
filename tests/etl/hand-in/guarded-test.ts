import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { type Guards, runGuarded } from '../../../etl/hand-in/guarded.ts'

const HOG = '../../tests/fixtures/hog.ts'
const guards: Guards = { heapMb: 128, dataMb: 1024, residentMb: 512, seconds: 60 }
const environment = { PATH: process.env.PATH }

async function end(how: string, change: Partial<Guards> = {}, stop?: AbortSignal) {
  const lines: string[] = []
  const line = (text: string) => lines.push(text)
  const ending = await runGuarded(
    HOG,
    { how },
    { guards: { ...guards, ...change }, environment, line, ...(stop && { stop }) },
  )
  return { ending, lines }
}

/** One that was killed may stand in the system's table until somebody asks after it. */
const lives = (pid: number): boolean => {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  return state !== '' && !state.startsWith('Z')
}

describe('a guarded process', () => {
  it('that loops ends when its time is over', async () => {
    expect(await end('loop', { seconds: 3 })).toMatchObject({ ending: 'time' })
  })

  it('that hoards ends over its memory, JavaScript’s own or not', async () => {
    expect(await end('heap')).toMatchObject({ ending: 'memory' })
    const { ending } = await end('buffers', { dataMb: 1_000_000 })
    expect(ending).toBe('memory')
  })

  it.skipIf(process.platform === 'win32')('is held by the system where nobody watches', async () => {
    const { ending } = await end('buffers', { residentMb: 1_000_000, seconds: 120 })
    expect(['failed', 'memory']).toContain(ending)
  })

  it('takes its own children with it', async () => {
    const { ending, lines } = await end('grandchild', { seconds: 8 })
    expect(ending).toBe('time')
    expect(lives(Number(lines[0]))).toBe(false)
  })

  it('sees of the environment only what it is given', async () => {
    const { lines } = await end('environment')
    expect(lines[0]?.split(' ').filter((name) => !/^(PATH|PWD|SHLVL|OLDPWD|_)$/.test(name))).toEqual([])
  })
})
