import { statSync } from 'node:fs'
import type { Logger } from 'pino'
import type { Localized } from '../../data/model/localized.ts'
import type { Home } from '../../data/store/home.ts'
import { isOutdated, listManifests, type Manifest, readManifest } from '../../data/store/manifest.ts'
import { listReleases, pointedOut, releaseFile } from '../../data/store/release.ts'
import { sha256Of } from '../../data/store/sums.ts'
import { Archive, type Lease } from './archive.ts'
import { type Means, type OpenRelease, openRelease } from './open-release.ts'

type Holding = { release: OpenRelease; readers: number; retired: boolean }
type Options = { home: Home; means: Means; log: Logger }

const LOOK_EVERY_MS = 500
/** Thousands ask for what was answered before: they need not each look. */
const LOOK_AGAIN_MS = 5
/** How long a question waits for a release that is being opened, and one that looks after the service. */
const LONGEST_WAIT_MS = 2000
const SHORT_WAIT_MS = 500
const TRY_AGAIN_MS = 15_000

/**
 * Holds the release that is served. Notices within half a second, and at every request, that `current` was switched; opens the
 * new release, serves it from then on and closes the old one when its last request is answered. A release that is missing
 * or damaged is not taken into service: the old one stays, and at start the last built that is sound serves in its place.
 */
export class Keeper {
  #holding: Holding | null = null
  #seen: string | null = null
  #looked = 0
  #switching: Promise<void> | null = null
  readonly #timer: NodeJS.Timeout
  #closed = false
  #warning: Localized | null = null

  readonly #options: Options
  readonly #archive: Archive

  constructor(options: Options) {
    this.#options = options
    const { home, means, log } = options
    this.#archive = new Archive((id) => openIntact(home, id, means), log)
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref()
  }

  /** When the release that should be served has been opened, or could not be: as long as that takes. */
  async opened(): Promise<void> {
    this.#look()
    await this.#switching
  }

  /**
   * The release in service at this moment, after waiting a little for one that is just being opened; or an earlier one, by its id.
   * @throws Problem `invalid-question` for an id that no sound release has
   */
  async lease(id?: string | null, { isPressing = false } = {}): Promise<Lease> {
    this.#look()
    if (this.#switching) await Promise.race([this.#switching, pause(isPressing ? SHORT_WAIT_MS : LONGEST_WAIT_MS)])
    const holding = this.#holding
    if (id && id !== holding?.release.about.id) return this.#archive.lease(id)
    if (!holding) return { release: null, warning: this.#warning, done() {} }
    holding.readers += 1
    return { release: holding.release, warning: this.#warning, done: () => this.#leave(holding) }
  }

  /** Id of the release in service; null where there is none, and while another is being opened. */
  get settled(): string | null {
    if (performance.now() - this.#looked > LOOK_AGAIN_MS) this.#look()
    return this.#switching ? null : (this.#holding?.release.about.id ?? null)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#timer)
    this.#archive.close()
    await this.#switching
    this.#retire(this.#holding)
    this.#holding = null
  }

  #look(): void {
    if (this.#switching || this.#closed) return
    this.#looked = performance.now()
    const stamp = stampOf(this.#options.home.current)
    if (stamp === this.#seen) return
    this.#seen = stamp
    this.#switching = this.#switch().finally(() => {
      this.#switching = null
    })
  }

  async #switch(): Promise<void> {
    const { home } = this.#options
    const wanted = pointedOut(home)
    if (listReleases(home).length === 0) return
    if (wanted !== null && (wanted === this.#holding?.release.about.id || (await this.#take(wanted)))) {
      this.#warning = null
      return
    }
    if (!this.#holding) await this.#takeLastSound(wanted)
    this.#warning = warningAbout(home, wanted, this.#holding?.release.about.id ?? null)
    setTimeout(() => this.#forget(), TRY_AGAIN_MS).unref()
  }

  async #takeLastSound(besides: string | null): Promise<void> {
    for (const { id } of listReleases(this.#options.home)) {
      if (id !== besides && (await this.#take(id))) return
    }
  }

  /** Opens a release and serves it from then on. @returns whether it could be */
  async #take(id: string): Promise<boolean> {
    const { home, means, log } = this.#options
    try {
      const opened = await openIntact(home, id, means)
      const old = this.#holding
      this.#holding = { release: opened, readers: 0, retired: false }
      this.#retire(old)
      log.info({ release: id }, 'serves release')
      if (isLarge(opened.about)) void this.#examine(this.#holding)
      return true
    } catch (error) {
      log.error({ release: id, reason: (error as Error).message }, 'cannot serve release')
      return false
    }
  }

  /** Reads a large file whole while it is served; one that is not as it was built is served no longer. */
  async #examine(holding: Holding): Promise<void> {
    const { home, log } = this.#options
    const { about } = holding.release
    if (await isIntact(home, about)) return
    log.error({ release: about.id, reason: damaged(about.id) }, 'no longer serves release')
    if (this.#holding !== holding) return
    this.#holding = null
    this.#retire(holding)
  }

  #forget(): void {
    this.#seen = null
  }

  #retire(holding: Holding | null): void {
    if (!holding) return
    holding.retired = true
    if (holding.readers === 0) holding.release.close()
  }

  #leave(holding: Holding): void {
    holding.readers -= 1
    if (holding.retired && holding.readers === 0) holding.release.close()
  }
}

/** Up to this size a file is read whole before it is served; a larger one while it already is. */
const READ_AT_ONCE = 48 * 2 ** 20
const isLarge = ({ bytes = 0 }: Manifest) => bytes > READ_AT_ONCE

/** @throws Error where the file is not the one that was built, or has the tables of another version */
async function openIntact(home: Home, id: string, means: Means): Promise<OpenRelease> {
  const file = releaseFile(home, id)
  const about = readManifest(home, id)
  if (isOutdated(about)) throw new Error(`release ${id} was built by another version of this program`)
  const isWhole = statSync(file).size === about.bytes && (isLarge(about) || (await isIntact(home, about)))
  if (!isWhole) throw new Error(damaged(id))
  const release = await openRelease(file, about, means)
  if (await release.holds(id)) return release
  release.close()
  throw new Error(damaged(id))
}

const isIntact = async (home: Home, { id, sha256 }: Manifest) => (await sha256Of(releaseFile(home, id))) === sha256

const damaged = (id: string) => `release ${id} is not as it was built`

/** What is said while another release is served than the one that should be. */
function warningAbout(home: Home, wanted: string | null, served: string | null): Localized {
  const built = listManifests(home).find(({ id }) => id === wanted)
  if (built && isOutdated(built)) return outdated(built.id)
  const [sv, en] = wanted
    ? [`Utgåva ${wanted} är skadad eller saknas`, `Release ${wanted} is damaged or missing`]
    : ['Det står inte vilken utgåva som ska visas', 'It is not said which release to serve']
  return {
    sv: `${sv}; ${served ? `i stället visas ${served}` : 'ingen hel utgåva finns att visa'}. Kör npm run etl -- verify.`,
    en: `${en}; ${served ? `${served} is served in its place` : 'there is no sound release to serve'}. Run npm run etl -- verify.`,
  }
}

const outdated = (id: string): Localized => ({
  sv: `Utgåva ${id} byggdes av en annan version av programmet. Bygg om den med npm run etl -- release.`,
  en: `Release ${id} was built by another version of this program. Build it anew with npm run etl -- release.`,
})

/** Changes whenever `current` is renamed into place; empty while there is none. */
function stampOf(path: string): string {
  const about = statSync(path, { bigint: true, throwIfNoEntry: false })
  return about ? `${about.ino} ${about.mtimeNs}` : ''
}

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref()
  })
