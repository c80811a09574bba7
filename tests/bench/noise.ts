import { readSettings } from '../../data/settings.ts'
import { homeAt } from '../../data/store/home.ts'
import { currentRelease, releaseFile } from '../../data/store/release.ts'
import { isNoSmaller, noiseComparison } from './noise-comparison.ts'

/** Prints, of the served release, how the measured noise compares with the stated intervals where both are known. */
const home = homeAt(readSettings().JAMSIDES_HOME)
const served = currentRelease(home)
if (served === null) throw new Error('no release is served here')
const compared = await noiseComparison(releaseFile(home, served))
console.table(
  compared.map((one) => ({ ...one, ratio: (one.measured / one.stated).toFixed(2), 'no smaller': isNoSmaller(one) })),
)
console.log(`${compared.filter(isNoSmaller).length} of ${compared.length} indicators: measured no smaller than stated`)
