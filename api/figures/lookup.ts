import type { Area, Indicator } from '../../data/model/indicator.ts'
import type { Municipality } from '../../data/model/municipality.ts'
import { nearest } from '../../data/model/nearest.ts'
import { invalidQuestion, type Problem } from '../problem.ts'
import { notAmong } from '../question/read-question.ts'
import type { OpenRelease } from '../release/open-release.ts'

const byAddress = (path: string) => ({ sv: `de som ${path} räknar upp`, en: `those that ${path} lists` })

/** The indicator of that id. @throws Problem naming the parameter, what is known and the nearest */
export function indicatorOf(release: OpenRelease, id: string, parameter = 'indicator'): Indicator {
  const found = release.indicators.get(id)
  if (found) return found
  throw unknown(parameter, id, [...release.indicators.keys()], '/api/v1/indicators')
}

/** The municipality of that code. @throws Problem; a name that was written for the code is answered with the code */
export function municipalityOf(release: OpenRelease, code: string, parameter = 'municipality'): Municipality {
  const found = release.municipalities.get(code)
  if (found) return found
  if (/^\d+$/.test(code)) throw unknown(parameter, code, [...release.municipalities.keys()], '/api/v1/municipalities')
  throw nameForCode(release, code, parameter)
}

function areaOf(release: OpenRelease, id: string): Area {
  const found = release.areas.find((area) => area.id === id)
  if (found) return found
  throw unknown(
    'area',
    id,
    release.areas.map((area) => area.id),
    '/api/v1/indicators',
  )
}

/**
 * Indicators of an area; without one those that pages are about, all but Kolada's outside the catalogue. In the catalogue's
 * order, and behind them those that are asked for by name.
 * @throws Problem
 */
export function indicatorsOf(
  release: OpenRelease,
  area: string | undefined,
  also: readonly string[] = [],
): readonly Indicator[] {
  const found = area === undefined ? release.inside : allIn(release, area)
  if (also.length === 0) return found
  return [...new Set([...found, ...also.map((one) => indicatorOf(release, one, 'also'))])]
}

type Chosen = {
  indicators?: readonly string[] | undefined
  area?: string | undefined
  also?: readonly string[] | undefined
}

/** The indicators that a question is about: those that it names, in its order, else those of its area. @throws Problem */
export const indicatorsAsked = (release: OpenRelease, { indicators, area, also }: Chosen): readonly Indicator[] =>
  indicators?.map((one) => indicatorOf(release, one, 'indicators')) ?? indicatorsOf(release, area, also)

/** Every indicator there is, of an area or at all. @throws Problem */
export function allIn(release: OpenRelease, area: string | undefined): readonly Indicator[] {
  return area === undefined ? release.numbered : (release.inArea.get(areaOf(release, area).id) ?? [])
}

/** A value that is not known: what is, and the nearest, by spelling unless said. */
export const unknown = (
  parameter: string,
  value: string,
  known: readonly string[],
  listedAt: string,
  closest?: string,
): Problem => invalidQuestion([{ path: parameter, message: notAmong(value, known, byAddress(listedAt), closest) }])

function nameForCode(release: OpenRelease, name: string, parameter: string): Problem {
  const named = [...release.municipalities.values()]
  const closest = nearest(
    name,
    named.map(({ shortName }) => shortName),
  )
  const { code, shortName } = named.find((one) => one.shortName === closest)!
  const message = {
    sv: `${name} är ingen kommunkod; menade du ${code} (${shortName})? Koderna står i /api/v1/municipalities.`,
    en: `${name} is not a municipality code; did you mean ${code} (${shortName})? The codes stand in /api/v1/municipalities.`,
  }
  return invalidQuestion([{ path: parameter, message }])
}
