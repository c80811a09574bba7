import { afterAll, beforeAll, expect, test } from 'vitest'
import { subjectOf } from '../../api/figures/subject.ts'
import { type OpenRelease, openRelease } from '../../api/release/open-release.ts'
import { rankedHere } from '../../api/release/ranker.ts'
import { catalogue } from '../../data/catalogue/index.ts'
import { sampleFigures } from '../../data/sample/indicators.ts'
import { releaseFile } from '../../data/store/release.ts'
import { type Compared, isNoSmaller, noiseComparison } from '../bench/noise-comparison.ts'
import { makeHome, publish, type ValueRow } from './home.ts'

const { home, remove } = makeHome()
const { bases, municipalities, groups, ...known } = catalogue()
const indicators = [...known.indicators, ...bases]
let compared: Compared[]
let release: OpenRelease

/** As many at nought both years as move, all others by much: nothing can be measured of it. */
const STANDING_STILL = { ...indicators[0]!, id: 'L.still', kind: 'rate', base: null }

function standingStill(): ValueRow[] {
  return [2021, 2022, 2023].flatMap((period, year) =>
    municipalities.map(({ code }, at) => ({
      ...{ indicator: STANDING_STILL.id, period, municipality: code },
      value: at % 2 === 0 ? 0 : 10 + ((at * 7 + year * 13) % 17),
    })),
  )
}

beforeAll(async () => {
  const values: ValueRow[] = standingStill()
  sampleFigures({ indicators, municipalities, groups, seed: 7, from: 2016, to: 2024 }, (figure) => values.push(figure))
  const about = await publish(home, { values, indicators: [...bases, STANDING_STILL] }, false)
  compared = await noiseComparison(releaseFile(home, about.id))
  release = await openRelease(releaseFile(home, about.id), about, {
    limits: { seconds: 60, concurrency: 2 },
    rankLimits: rankedHere,
  })
})
afterAll(async () => {
  release.close()
  remove()
})

test('measured noise is about as large as the stated interval, where both are known and chance alone moves the values', () => {
  const ratios = compared.map(({ measured, stated }) => measured / stated).sort((a, b) => a - b)
  const middle = ratios[Math.floor(ratios.length / 2)]!
  console.log(
    `measured no smaller than stated: ${compared.filter(isNoSmaller).length} of ${compared.length} indicators of the sample; ratios ${ratios[0]!.toFixed(2)}–${ratios.at(-1)!.toFixed(2)}, middle ${middle.toFixed(2)}`,
  )
  expect(compared.length).toBeGreaterThan(30)
  expect(middle).toBeGreaterThanOrEqual(1)
  expect(middle).toBeLessThan(1.4)
  expect(ratios[0]).toBeGreaterThan(0.7)
})

test('where more than a quarter of the values stand exactly still, nothing is measured', async () => {
  const noiseIn = async (id: string) => (await subjectOf(release, release.indicators.get(id)!, 'T')).noise
  expect(await noiseIn(STANDING_STILL.id)).toBeNull()
  expect(await noiseIn('U31803')).not.toBeNull()
})
