import { isClosed, isOutdated, type Manifest, readManifest } from '../../data/store/manifest.ts'
import { currentRelease, listReleases, serveRelease } from '../../data/store/release.ts'
import { say } from '../language.ts'
import { linesOfNote, noted } from '../noted.ts'
import { type Context, type Outcome, Refusal } from './outcome.ts'
import { writing } from './writing.ts'

/** Lists the finished releases, newest first, with the one that is served. */
export async function releases({ home }: Context): Promise<Outcome> {
  const current = currentRelease(home)
  const list = listReleases(home).map((manifest) => ({ ...manifest, current: manifest.id === current }))
  return {
    exit: 0,
    lines: list.length > 0 ? list.map(lineOf) : [say('Det finns ingen utgåva ännu.', 'There is no release yet.')],
    object: { ok: true, releases: list },
  }
}

function lineOf(release: Manifest & { current: boolean }): string {
  const marks = [
    ...(release.current ? [say('visas nu', 'served now')] : []),
    ...(release.sample ? [say('påhittade exempeldata', 'invented sample data')] : []),
  ]
  return `${release.id}  ${release.builtAt}${marks.length > 0 ? `  (${marks.join(', ')})` : ''}`
}

/**
 * Serves an earlier release: the given one, or the one before that which is served.
 * @throws Refusal when there is none such
 */
export function rollback(context: Context, id: string | undefined): Promise<Outcome> {
  return writing(context, async () => {
    const known = listReleases(context.home).map((release) => release.id)
    const target = id ?? known[known.indexOf(currentRelease(context.home) ?? '') + 1]
    if (!target || !known.includes(target)) throw new Refusal(noRelease(id))
    if (isOutdated(readManifest(context.home, target))) throw new Refusal(outdated(target))
    if (isClosed(context.home, target)) throw new Refusal(closed(target))
    const { home, settings } = context
    const body = { from: currentRelease(home) }
    serveRelease(home, target)
    const anchor = await noted(home, settings, { action: 'release.served-again', object: target, body })
    return {
      exit: 0,
      lines: [say(`Utgåva ${target} visas nu.`, `Release ${target} is served now.`), ...linesOfNote(anchor)],
      object: { ok: true, release: target },
    }
  })
}

const outdated = (id: string) =>
  say(
    `Utgåva ${id} byggdes av en annan version av programmet och kan inte visas. Bygg en ny av det som är lagrat: npm run etl -- release.`,
    `Release ${id} was built by another version of this program and cannot be served. Build a new one of what is stored: npm run etl -- release.`,
  )

function noRelease(id: string | undefined): string {
  if (!id) return say('Det finns ingen tidigare utgåva.', 'There is no earlier release.')
  return say(
    `Utgåva ${id} finns inte. Kommandot "releases" visar dem som finns.`,
    `There is no release ${id}. The command "releases" lists those that exist.`,
  )
}

const closed = (id: string) =>
  say(
    `Utgåva ${id} har uppföljning av någon som sedan dess tagits bort och visas inte igen. Publicera det som är lagrat med npm run etl -- release.`,
    `Release ${id} has follow-up figures of somebody taken out since and is not served again. Publish what is stored with npm run etl -- release.`,
  )
