import { adjusted } from './aggregate/adjusted.ts'
import { aggregate } from './aggregate/aggregate.ts'
import { compare } from './compare/compare.ts'
import type { Feature } from './feature.ts'
import { funnel } from './funnel/funnel.ts'
import { groups } from './groups/groups.ts'
import { health } from './health/health.ts'
import { indicators } from './indicators/indicators.ts'
import { instruments } from './instruments/instruments.ts'
import { matrix } from './matrix/matrix.ts'
import { municipalities } from './municipalities/municipalities.ts'
import { profile } from './profile/profile.ts'
import { relation } from './relation/relation.ts'
import { releases } from './releases/releases.ts'
import { revisions } from './revisions/revisions.ts'
import { similar } from './similar/similar.ts'
import { standout } from './standout/standout.ts'
import { trend } from './trend/trend.ts'

/** Everything that the API answers, in the order of its documentation. */
export const features: readonly Feature[] = [
  health,
  municipalities,
  groups,
  indicators,
  compare,
  trend,
  profile,
  matrix,
  relation,
  similar,
  standout,
  funnel,
  instruments,
  aggregate,
  adjusted,
  releases,
  revisions,
]
