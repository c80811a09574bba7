import { existsSync } from 'node:fs'
import type { Home } from '../../data/store/home.ts'
import { publishedIds } from '../../data/store/manifest.ts'
import { say } from '../language.ts'
import { isWholeSecret } from '../protect/index.ts'
import { damaged, sound, type Verdict } from './verdict.ts'

/** Whether the secret that the protected figures were drawn with is here, and whole. A home without releases needs none yet. */
export function verifySecret(home: Home): Verdict[] {
  if (!existsSync(home.secret)) {
    return publishedIds(home).length === 0 ? [] : [damaged(home.secret, say('borta', 'gone'), fromBackup())]
  }
  return isWholeSecret(home.secret)
    ? [sound(home.secret)]
    : [damaged(home.secret, say('skadad, har inte rätt längd', 'damaged, has not the right length'), fromBackup())]
}

const fromBackup = () =>
  say(
    'lägg tillbaka den från säkerhetskopian (npm run etl -- restore FIL); utan den byggs ingen ny utgåva',
    'put it back from the backup (npm run etl -- restore FILE); without it no new release is built',
  )
