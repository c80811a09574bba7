import type { Home } from '../../../data/store/home.ts'
import { listReleases } from '../../../data/store/release.ts'

/** The edition of what is told of several releases: another as soon as one is built, or taken away. */
export const releasesHere = (home: Home): string =>
  listReleases(home)
    .map(({ id }) => id)
    .join()
