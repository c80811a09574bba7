import { noRelease } from '../problem.ts'
import type { Keeper } from '../release/keeper.ts'
import type { OpenRelease } from '../release/open-release.ts'
import type { Seat } from './seat.ts'

/** Does something with the release that the session is frozen to. @throws Problem `no-release` where none is served */
export async function inItsRelease<T>(
  keeper: Keeper,
  { meeting }: Pick<Seat, 'meeting'>,
  work: (release: OpenRelease) => Promise<T>,
): Promise<T> {
  const lease = await keeper.lease(meeting.body.release)
  try {
    if (!lease.release) throw noRelease(lease.warning)
    return await work(lease.release)
  } finally {
    lease.done()
  }
}
