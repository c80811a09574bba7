import { broughtSentence, changedSentence, moreSentence, newYearSentence } from '../../../data/model/findings/feed.ts'
import { movedSentence } from '../../../data/model/findings/standout.ts'
import { isOutsideCatalogue } from '../../../data/model/indicator.ts'
import { ALL_YEARS } from '../../../data/store/release-questions.ts'
import { aboutOf } from '../../figures/about.ts'
import type { Members } from '../../figures/members.ts'
import { amongNumbers, amongPlaces } from '../../figures/numbers.ts'
import type { Language } from '../../language.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { moving } from '../standout/findings.ts'
import { seenBy } from '../standout/seen.ts'

type Values = ReadonlyMap<string, ReadonlyMap<number, number | null>>
/** A municipality's values that were read already, by release: each release but the ends follows one and is followed by one. */
export type Read = Map<string, Values>
/** Two releases that follow one another. */
export type Pair = { before: OpenRelease; now: OpenRelease; language: Language; read: Read }

/** So many of each kind are told; the rest is counted. */
const MOST_TOLD = 8

/** What a release brought a municipality, what its source changed of it, and what moved in what was brought. */
export async function broughtTo(pair: Pair, code: string, name: string, members: Members): Promise<string[]> {
  const { before, now, language, read } = pair
  const [was, is] = [await readOnce(read, before, code), await readOnce(read, now, code)]
  const changes = changesBetween(was, is)
  const about = (id: string) => aboutOf(now.indicators.get(id)!, language)
  const brought = new Set(changes.brought.map(({ id }) => id))
  const moved = brought.size === 0 ? [] : moving(await seenBy(now, members, code), brought.size + MOST_TOLD)
  return [
    ...told(
      changes.brought.map(({ id, period, value }) => broughtSentence(about(id), period, value, name, language)),
      language,
    ),
    ...told(
      changes.changed.map(({ id, period, ...values }) => changedSentence(about(id), period, values, language)),
      language,
    ),
    ...told(
      moved
        .filter(({ indicator }) => brought.has(indicator))
        .map((found) => movedSentence({ ...found, name, about: about(found.indicator) }, language)),
      language,
    ),
  ]
}

/** New years of indicators, for those who follow no single municipality. */
export function broughtToAll({ before, now, language }: Pair): string[] {
  const years = now.numbered.flatMap((indicator) => {
    const [was, is] = [before.reckoned.get(indicator.id)?.latest ?? 0, now.reckoned.get(indicator.id)!.latest]
    return is === null || is <= was || isOutsideCatalogue(indicator) ? [] : [{ indicator, period: is }]
  })
  return told(
    years.map(({ indicator, period }) => newYearSentence(aboutOf(indicator, language), period, language)),
    language,
  )
}

function told(sentences: readonly string[], language: Language): string[] {
  const left = sentences.length - MOST_TOLD
  return [...sentences.slice(0, MOST_TOLD), ...(left > 0 ? [moreSentence(left, language)] : [])]
}

async function readOnce(read: Read, release: OpenRelease, code: string): Promise<Values> {
  const { id } = release.about
  const values = read.get(id) ?? (await valuesOf(release, code))
  read.set(id, values)
  return values
}

/** All values of a municipality in the indicators that pages are about, by indicator and year. */
async function valuesOf(release: OpenRelease, code: string): Promise<Values> {
  const found = new Map<string, Map<number, number | null>>()
  if (!release.places.numbers.has(code)) return found
  const followed = release.numbered.filter((one) => !isOutsideCatalogue(one))
  const sql = `${ALL_YEARS}${amongPlaces(release, [code])}${amongNumbers(release, followed)}`
  await release.questions.each(sql, {}, ([indicator, period, value], row) => {
    const one = release.numbered[indicator!.getItem(row)!]!
    if (isOutsideCatalogue(one)) return
    const years = found.get(one.id) ?? new Map<number, number | null>()
    found.set(one.id, years.set(period!.getItem(row)!, value!.getItem(row)))
  })
  return found
}

/** New are years later than any before; changed those that were there and have another value now. */
function changesBetween(was: Values, is: Values) {
  const brought: { id: string; period: number; value: number }[] = []
  const changed: { id: string; period: number; before: number | null; now: number | null }[] = []
  for (const [id, years] of is) {
    const earlier = was.get(id) ?? new Map<number, number | null>()
    const last = Math.max(0, ...[...earlier].filter(([, value]) => value !== null).map(([period]) => period))
    for (const [period, now] of [...years].sort(([a], [b]) => a - b)) {
      if (now !== null && period > last) brought.push({ id, period, value: now })
      const before = earlier.get(period)
      if (before !== undefined && before !== now && period <= last) changed.push({ id, period, before, now })
    }
  }
  return { brought: newestOfEach(brought), changed: changed.sort((a, b) => b.period - a.period) }
}

/** An indicator whose whole series is new is told once, by its newest year. */
const newestOfEach = <T extends { id: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
]
