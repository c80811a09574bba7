import type { Subject } from '../../../data/figures/subject.ts'
import type { Sex } from '../../../data/model/answers/figure.ts'
import type { RevisionsAnswer } from '../../../data/model/answers/revisions.ts'
import { ranks } from '../../../data/stats/index.ts'
import { subjectOf } from '../../figures/subject.ts'
import type { Language } from '../../language.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { latestRevised } from './revised.ts'

type Moved = RevisionsAnswer['places'][number]
type Place = Moved['now']
/** One indicator, year and sex, with what its revised values were before. */
type Touched = { indicator: string; period: number; sex: Sex; before: Map<string, number | null> }

/** So many are gone through: the latest. */
const MOST_REVISIONS = 20_000
const MOST_TOUCHED = 300

/**
 * What the revisions did to one municipality's place among all: every indicator, year and sex in which it stands elsewhere
 * than it would have with the values of before, also where only others were revised.
 */
export async function movedPlaces(
  release: OpenRelease,
  code: string,
  since: string | null,
  language: Language,
): Promise<Moved[]> {
  const revised = await latestRevised(release, { indicator: null, municipality: null, since }, MOST_REVISIONS)
  const touched = new Map<string, Touched>()
  for (const { indicator, period, sex, municipality, before } of revised) {
    const key = `${indicator} ${period} ${sex}`
    if (!touched.has(key)) touched.set(key, { indicator, period, sex, before: new Map() })
    touched.get(key)!.before.set(municipality, before)
  }
  const moved = await Promise.all(
    [...touched.values()].slice(0, MOST_TOUCHED).map((one) => movedIn(release, code, one, language)),
  )
  return moved.filter((one) => one !== null)
}

async function movedIn(
  release: OpenRelease,
  code: string,
  touched: Touched,
  language: Language,
): Promise<Moved | null> {
  const indicator = release.indicators.get(touched.indicator)
  if (!indicator) return null
  const subject = await subjectOf(release, indicator, touched.sex)
  const codes = [...release.municipalities.keys()]
  const now = codes.map((one) => subject.values.value(touched.period, one))
  const before = codes.map((one, at) => (touched.before.has(one) ? touched.before.get(one)! : now[at]!))
  const places = { before: placeOf(code, codes, before, subject), now: placeOf(code, codes, now, subject) }
  if (places.before.rank === places.now.rank && places.before.of === places.now.of) return null
  const { period, sex } = touched
  return { indicator: indicator.id, title: indicator.title[language], period, sex, ...places }
}

function placeOf(code: string, codes: readonly string[], values: readonly (number | null)[], subject: Subject): Place {
  const rank = ranks([...values], subject.indicator.direction)[codes.indexOf(code)] ?? null
  return { rank, of: values.filter((value) => value !== null).length }
}
