import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Home } from '../../data/store/home.ts'
import { brokenLinks, damagedManifests, listManifests, type Manifest } from '../../data/store/manifest.ts'
import { copyOf, damagedCopies } from '../../data/store/manifest-copies.ts'
import { releaseFile } from '../../data/store/release.ts'
import { sha256Of } from '../../data/store/sums.ts'
import { say } from '../language.ts'
import { conditionOfTables } from './tables.ts'
import { damaged, sound, type Verdict } from './verdict.ts'

/** Every release: its manifest, its place in the chain of releases, and its file against the checksum. */
export async function verifyReleases(home: Home): Promise<Verdict[]> {
  const files: Verdict[] = []
  for (const manifest of listManifests(home)) files.push(await verifyFile(home, manifest))
  return [...files, ...verifyManifests(home), ...verifyCopies(home)]
}

async function verifyFile(home: Home, { id, sha256 }: Manifest): Promise<Verdict> {
  const path = releaseFile(home, id)
  if (!existsSync(path)) return damaged(path, say('borta', 'gone'), restoreOrGoOn())
  if ((await sha256Of(path)) !== sha256) {
    return damaged(
      path,
      say('skadad, stämmer inte med sin kontrollsumma', 'damaged, does not match its checksum'),
      putAside(),
    )
  }
  const condition = await conditionOfTables(path)
  return condition === 'damaged'
    ? damaged(path, say('skadad, kan inte läsas', 'damaged, cannot be read'), putAside())
    : sound(path)
}

function verifyManifests(home: Home): Verdict[] {
  const path = (id: string) => join(home.releases, `${id}.json`)
  const unreadable = damagedManifests(home).map((id) =>
    damaged(path(id), say('skadad, inte som den skrevs', 'damaged, not as it was written'), putAside()),
  )
  const unchained = brokenLinks(home).map(({ id, previous }) =>
    damaged(
      path(previous),
      say(`en annan än den som ${id} byggdes efter`, `another than the one that ${id} was built after`),
      restoreOrGoOn(),
    ),
  )
  return [...unreadable, ...unchained]
}

/** What a damaged manifest would be mended from. */
const verifyCopies = (home: Home): Verdict[] =>
  damagedCopies(home).map((id) =>
    damaged(copyOf(home, id), say('skadad, inte som den skrevs', 'damaged, not as it was written'), writeAnew()),
  )

const writeAnew = () => say('npm run etl -- mend skriver den på nytt', 'npm run etl -- mend writes it anew')
const putAside = () =>
  say(
    'npm run etl -- mend lägger den åt sidan och visar den senaste hela utgåvan',
    'npm run etl -- mend puts it aside and serves the latest sound release',
  )
const restoreOrGoOn = () =>
  say(
    'lägg tillbaka den från säkerhetskopian med npm run etl -- restore FIL; övriga utgåvor påverkas inte',
    'put it back from the backup with npm run etl -- restore FILE; other releases are not affected',
  )
