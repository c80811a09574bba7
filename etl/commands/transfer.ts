import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { RULES } from '../../data/instruments/rules.ts'
import { placeFile } from '../../data/store/atomic.ts'
import {
  finishedIds,
  isReleaseId,
  manifestText,
  parseManifest,
  placeManifest,
  readManifest,
} from '../../data/store/manifest.ts'
import { currentRelease, releaseFile, serveRelease } from '../../data/store/release.ts'
import { say } from '../language.ts'
import { isProtectedBefore, withdrawOlderRules } from '../release/withdraw.ts'
import { bringFile, NotAsPromised } from '../transfer/fetched-file.ts'
import { type Origin, originAt, Unreachable } from '../transfer/origin.ts'
import { type Context, type Outcome, Refusal, WrongUsage } from './outcome.ts'
import { writing } from './writing.ts'

/** `releases push FOLDER` or `releases pull FOLDER|ADDRESS`. */
export function transfer(context: Context, direction: string, place: string | undefined): Promise<Outcome> {
  if (!place || (direction !== 'push' && direction !== 'pull')) {
    throw new WrongUsage(
      say(
        'Skriv releases push MAPP eller releases pull MAPP|ADRESS.',
        'Write releases push FOLDER or releases pull FOLDER|ADDRESS.',
      ),
    )
  }
  return direction === 'push' ? push(context, place) : pull(context, place)
}

/**
 * Lays the release that is served in a folder, from where other machines pull it: the file, then its manifest, then which one
 * it is. Only what a reader needs; neither vault nor figures nor the secret.
 */
function push(context: Context, folder: string): Promise<Outcome> {
  return writing(context, async () => {
    const { home } = context
    const id = currentRelease(home)
    if (id === null) throw new Refusal(say('Det finns ingen utgåva att lämna ut.', 'There is no release to hand on.'))
    mkdirSync(folder, { recursive: true })
    const manifest = readManifest(home, id)
    const { sha256 } = manifest
    const name = `${id}.duckdb`
    await told(() => bringFile(originAt(home.releases), name, { to: join(folder, name), sha256, parts: folder }))
    placeFile(join(folder, `${id}.json`), manifestText(manifest))
    placeFile(join(folder, 'current'), `${id}\n`)
    return {
      exit: 0,
      lines: [say(`Utgåva ${id} ligger i ${folder}.`, `Release ${id} lies in ${folder}.`)],
      object: { ok: true, release: id, folder },
    }
  })
}

/**
 * Fetches the release that another machine has pushed, holds it against its hash, and serves it; those of older rules of
 * protection that were here go (disclosure rule 11).
 */
function pull(context: Context, place: string): Promise<Outcome> {
  return writing(context, async () => {
    const id = await told(() => fetchRelease(context, originAt(place)))
    return {
      exit: 0,
      lines: [say(`Utgåva ${id} visas nu.`, `Release ${id} is served now.`)],
      object: { ok: true, release: id },
    }
  })
}

async function fetchRelease({ home }: Context, origin: Origin): Promise<string> {
  const id = (await origin.text('current')).trim()
  if (!isReleaseId(id)) throw new NotAsPromised('current')
  const text = await origin.text(`${id}.json`)
  const manifest = parseManifest(text)
  if (manifest?.id !== id) throw new NotAsPromised(`${id}.json`)
  if (isProtectedBefore(manifest, RULES)) throw new Refusal(protectedBefore(id))
  mkdirSync(home.releases, { recursive: true })
  const { sha256 } = manifest
  await bringFile(origin, `${id}.duckdb`, { to: releaseFile(home, id), sha256, parts: home.fetched })
  if (!finishedIds(home).includes(id)) placeManifest(home, manifest)
  serveRelease(home, id)
  withdrawOlderRules(home)
  return id
}

/** What went wrong on the way, in words. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unreachable) throw new Refusal(unreachable(error.message))
    if (error instanceof NotAsPromised) throw new Refusal(notAsPromised(error.message))
    throw error
  }
}

const unreachable = (what: string) =>
  say(
    `${what} går inte att nå. Utgåvan som visas är orörd; kör samma kommando igen, det fortsätter där det slutade.`,
    `${what} cannot be reached. The release that is served is untouched; run the same command again, it goes on where it stopped.`,
  )
const notAsPromised = (what: string) =>
  say(
    `${what} är inte som den lämnades ut. Det som kom är borttaget och utgåvan som visas är orörd; lämna ut den igen med releases push.`,
    `${what} is not as it was handed on. What came is removed and the release that is served is untouched; hand it on again with releases push.`,
  )
const protectedBefore = (id: string) =>
  say(
    `Utgåva ${id} har siffror ur ASI eller UBU som är skyddade enligt äldre regler. Gamla och nya svar tillsammans röjer mer än vart och ett, så den hämtas inte och utgåvan som visas är orörd. Uppdatera Jämsides där den byggdes, kör release där och lämna ut den igen med releases push.`,
    `Release ${id} has figures of ASI or UBU that were protected by older rules. Old and new answers together give away more than either, so it is not fetched and the release that is served is untouched. Update Jämsides where it was built, run release there and hand it on again with releases push.`,
  )
