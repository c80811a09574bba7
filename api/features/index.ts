import type { Feature } from './feature.ts'
import { groups } from './groups/groups.ts'
import { health } from './health/health.ts'
import { municipalities } from './municipalities/municipalities.ts'
import { releases } from './releases/releases.ts'

/** Everything that the API answers, in the order of its documentation. */
export const features: readonly Feature[] = [health, municipalities, groups, releases]
