import { readSettings } from '../../data/settings.ts'
import { homeAt } from '../../data/store/home.ts'
import { currentRelease, releaseFile } from '../../data/store/release.ts'
import { type Compared, isNoSmaller, noiseComparison } from './noise-comparison.ts'

/** Prints, of the served release, how the measured noise compares with the stated intervals where both are known. */
const home = homeAt(readSettings().JAMSIDES_HOME)
const served = currentRelease(home)
if (served === null) {
  console.error('No release is served here: load data, or make the sample with npm run etl -- sample.')
  process.exit(1)
}
const compared = await noiseComparison(releaseFile(home, served))
if (compared.length > 0) print(compared)
else console.log('No indicator here has both a stated interval and measured noise: nothing to compare.')

function print(found: readonly Compared[]): void {
  const ratios = found.map(({ measured, stated }) => measured / stated).sort((a, b) => a - b)
  console.table(
    found.map((one) => ({ ...one, ratio: (one.measured / one.stated).toFixed(2), 'no smaller': isNoSmaller(one) })),
  )
  const [least, middle, most] = [0, Math.floor(ratios.length / 2), ratios.length - 1].map((at) =>
    ratios[at]!.toFixed(2),
  )
  console.log(
    `${found.filter(isNoSmaller).length} of ${found.length} indicators: measured no smaller than stated; goal: nine of ten`,
  )
  console.log(
    `ratios ${least}–${most}, middle ${middle}; where chance alone moves values, as in the sample, half lie below 1`,
  )
}
