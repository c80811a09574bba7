import { existsSync, readFileSync } from 'node:fs'
import type { Home } from '../../data/store/home.ts'
import { currentRelease, listReleases } from '../../data/store/release.ts'
import { say } from '../language.ts'
import { damaged, sound, type Verdict } from './verdict.ts'

/** Whether the home says which release is served, and that one is here. */
export function verifyServed(home: Home): Verdict[] {
  const known = listReleases(home)
  if (known.length === 0 && !existsSync(home.current)) return []
  const id = currentRelease(home)
  if (known.some((release) => release.id === id)) return [sound(home.current)]
  return [damaged(home.current, faultOf(home), serveAgain())]
}

function faultOf(home: Home): string {
  if (!existsSync(home.current)) return say('borta: ingen utgåva är utpekad', 'gone: no release is pointed out')
  const isBlank = readFileSync(home.current, 'utf8').trim() === ''
  return isBlank
    ? say('tom: ingen utgåva är utpekad', 'empty: no release is pointed out')
    : say('pekar på en utgåva som inte finns hel', 'points to a release that is not here whole')
}

const serveAgain = () =>
  say(
    'npm run etl -- mend pekar ut den senaste hela utgåvan',
    'npm run etl -- mend points out the latest sound release',
  )
