import type { Home } from '../../data/store/home.ts'
import type { Manifest } from '../../data/store/manifest.ts'
import { releaseFile } from '../../data/store/release.ts'
import type { Asked } from '../features/feature.ts'
import { ofRelease } from '../features/of-release.ts'
import { type Written, writtenAsFile, writtenAsJson } from '../formats/written.ts'
import type { Question } from '../question/read-question.ts'
import { type OpenRelease, openRelease } from '../release/open-release.ts'
import { rankedHere } from '../release/ranker.ts'

/** A release to be read in a thread: where it is, and how long a question to it may take. */
type Reading = { home: Home; about: Manifest; seconds: number; memoryMb: number }
/** A question that one release answers, by the address of its resource. */
export type Put = Question & { path: string; reading: Reading }

/** The answer to a question as bytes, made from beginning to end where this is called. */
export async function answerOf({ path, asked, language, format, reading }: Put): Promise<Written> {
  const feature = ofRelease.find((one) => one.path === path)!
  // What comes out of a release alone asks for nothing else; see `figures` of a feature.
  const made = await feature.respond({ release: await opened(reading), question: asked, language } as Asked<never>)
  return format === 'json' ? writtenAsJson(made) : writtenAsFile(feature.table!(made, language), format, language)
}

/** The release that this thread read last, kept open for its next question. */
let last: { id: string; opening: Promise<OpenRelease> } | null = null

async function opened({ home, about, seconds, memoryMb }: Reading): Promise<OpenRelease> {
  if (last?.id === about.id) return last.opening
  const before = last
  const means = { limits: { seconds, concurrency: 1 }, rankLimits: rankedHere, memoryMb }
  const one = { id: about.id, opening: openRelease(releaseFile(home, about.id), about, means) }
  last = one
  one.opening.catch(() => {
    if (last === one) last = null
  })
  await before?.opening.then(
    (release) => release.close(),
    () => {},
  )
  return one.opening
}

/** Interrupts what this thread asks of a release, and asks nothing more. @returns when the database is at nothing */
export async function stopAsking(): Promise<void> {
  const release = await last?.opening.catch(() => null)
  await release?.questions.stop()
}
