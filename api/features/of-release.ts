import { better } from './better/better.ts'
import { compare } from './compare/compare.ts'
import type { Feature } from './feature.ts'
import { indicators } from './indicators/indicators.ts'
import { matrix } from './matrix/matrix.ts'
import { profile } from './profile/profile.ts'
import { relation } from './relation/relation.ts'
import { similar } from './similar/similar.ts'
import { standout } from './standout/standout.ts'
import { trend } from './trend/trend.ts'
import { units } from './units/units.ts'

/** What a release answers alone, to anyone: a thread can, as well as the service itself. */
export const ofRelease: readonly Feature[] = [
  indicators,
  compare,
  units,
  trend,
  profile,
  matrix,
  relation,
  similar,
  standout,
  better,
]
