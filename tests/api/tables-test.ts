import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { membersOf } from '../../api/figures/members.ts'
import { rankLimitsIn } from '../../api/figures/rank-limits.ts'
import { judged, standingOf } from '../../api/figures/standing.ts'
import { subjectOf } from '../../api/figures/subject.ts'
import { type View, viewOf } from '../../api/figures/view.ts'
import { type OpenRelease, openRelease } from '../../api/release/open-release.ts'
import { rankedHere } from '../../api/release/ranker.ts'
import { catalogue } from '../../data/catalogue/index.ts'
import { newestOther } from '../../data/figures/newest-other.ts'
import { rankLimitsOf } from '../../data/figures/rank-limits.ts'
import { recentTrendOf } from '../../data/figures/recent.ts'
import type { Sex } from '../../data/model/answers/figure.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import { sampleFigures } from '../../data/sample/indicators.ts'
import { releaseFile } from '../../data/store/release.ts'
import { outsideCatalogue } from '../../etl/sources/outside-catalogue.ts'
import { content, LOCAL } from './content.ts'
import { makeHome, publish, type ValueRow } from './home.ts'

const YEARS = { from: 2019, to: 2023 }
const OUTSIDE = outsideCatalogue({ id: 'N79999', title: 'Förskolor, antal', area: 'Förskola', bySex: false })
const { home, remove } = makeHome()
let release: OpenRelease

beforeAll(async () => {
  const about = await publish(home, { values: [...values()], indicators: [LOCAL, OUTSIDE] }, false)
  release = await openRelease(releaseFile(home, about.id), about, {
    limits: { seconds: 60, concurrency: 2 },
    rankLimits: rankedHere,
  })
})
afterAll(async () => {
  release.close()
  remove()
})

/** All 130 indicators as the sample has them, and the awkward ones made by hand in place of theirs. */
function values(): ValueRow[] {
  const byHand = content()
  const taken = new Set(byHand.map(({ indicator }) => indicator))
  const { indicators, municipalities, groups } = catalogue()
  const made: ValueRow[] = []
  sampleFigures({ indicators, municipalities, groups, seed: 7, ...YEARS }, (figure) => {
    if (!taken.has(figure.indicator)) made.push(figure)
  })
  const outside = municipalities.map(({ code }, turn) => ({
    indicator: OUTSIDE.id,
    municipality: code,
    period: 2023,
    value: turn % 9,
  }))
  return [...byHand, ...made, ...outside]
}

/** The same question answered from the values of each indicator alone, by the functions of data/stats. */
async function fromValues(indicator: Indicator, sex: Sex, code: string, reference: string[], asked?: number) {
  const members = membersOf(release, reference, 'sv', 'reference')
  const subject = await subjectOf(release, indicator, sex)
  const { latest } = release.reckoned.get(indicator.id)!
  const period = asked ?? latest
  if (period === null) return null
  const standing = standingOf(release, subject, period, members)
  const figure = standing.figures.get(code)!
  const { value, status, source, n, lower, upper } = figure
  return {
    ...judged(release, standing, code, figure),
    ...{ period, value, status, source, n, lower, upper },
    band: standing.bands.get(code),
    rank: standing.ranks.get(code) ?? null,
    recentTrend: recentTrendOf(subject, code, period),
    other: asked === undefined && value === null ? newestOther(subject, period, code) : null,
    reference: standing.reference,
    best: sharingFirst(indicator, standing.ranks),
  }
}

/** How many share the first place, where one way is better. */
function sharingFirst({ direction }: Indicator, ranks: ReadonlyMap<string, number | null>): number | null {
  const first = [...ranks.values()].filter((rank) => rank === 1).length
  return direction === 'neutral' || first === 0 ? null : first
}

function fromTables(view: View, indicator: Indicator) {
  const stood = view.stood.get(indicator.id)
  const { isBased: _, best, ...reference } = view.statistics.get(indicator.id)!
  if (!stood) return { value: null, rank: view.rankOf(indicator), reference, best }
  const { value, status, source, n, lower, upper, period, band, recentTrend, other, uncertainty, margin } = stood
  return {
    ...{ uncertainty, margin, period, value, status, source, n, lower, upper, band, recentTrend, other, reference },
    best,
    rank: view.rankOf(indicator),
    comparison: view.comparisonOf(indicator),
  }
}

const questions: [code: string, reference: string[], sex: Sex, period: number | undefined][] = [
  ['0184', ['all'], 'T', undefined],
  ['0184', ['fou-nordvast'], 'T', undefined],
  ['2584', ['county-25'], 'K', undefined],
  ['1480', ['0180', '1280', '1480'], 'M', undefined],
  ['0114', ['county-14'], 'T', undefined],
  ['0184', ['all'], 'T', 2021],
  ['0180', ['county-01'], 'K', 2020],
  ['0191', ['0114', '0184'], 'T', 2021],
]

describe('the tables of a release answer as its values do, to the last digit', () => {
  // Of what pages are about the tables are kept in memory; with one indicator more they are read when asked.
  const both = questions.flatMap((question) => [[...question, 'kept'] as const, [...question, 'read'] as const])
  test.each(both)('%s against %j, %s, %s: %s', async (code, reference, sex, period, way) => {
    const indicators = way === 'kept' ? release.inside : release.numbered
    const members = membersOf(release, reference, 'sv', 'reference')
    const view = await viewOf({ release, indicators, sex, period }, members, code)
    let compared = 0
    for (const indicator of indicators) {
      const wanted = await fromValues(indicator, sex, code, reference, period)
      if (!view.statistics.has(indicator.id)) {
        expect(wanted?.reference.count ?? 0, indicator.id).toBe(0)
        continue
      }
      compared += 1
      if (view.stood.has(indicator.id)) expect(fromTables(view, indicator), indicator.id).toEqual(wanted)
      else expect(wanted, indicator.id).toMatchObject(fromTables(view, indicator))
    }
    expect(compared).toBeGreaterThan(sex === 'T' ? 80 : 20)
  })

  test('the interval of a rank, too', async () => {
    const all = membersOf(release, ['all'], 'sv', 'reference')
    const subject = await subjectOf(release, release.indicators.get('U30452')!, 'T')
    const standing = standingOf(release, subject, release.reckoned.get('U30452')!.latest!, all)
    const now = rankLimitsOf(
      [...standing.figures].map(([code, { value, lower, upper }]) => ({ code, value, lower, upper })),
      subject.indicator.direction,
    )
    expect(now.size).toBeGreaterThan(200)
    expect(new Map([...(await rankLimitsIn(release, standing, all, all.codes))].sort())).toEqual(
      new Map([...now].sort()),
    )
  })
})
