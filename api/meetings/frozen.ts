import { noRelease } from '../problem.ts'
import type { Lease } from '../release/archive.ts'
import type { Keeper } from '../release/keeper.ts'
import type { OpenRelease } from '../release/open-release.ts'
import type { Seat } from './seat.ts'

/** Does something with the release that the session is frozen to. @throws Problem `no-release` where none is served */
export async function inItsRelease<T>(
  keeper: Keeper,
  { meeting }: Pick<Seat, 'meeting'>,
  work: (release: OpenRelease) => Promise<T>,
): Promise<T> {
  return during(await keeper.lease(meeting.body.release), work)
}

/** As above; where that release is gone, or of an earlier program, with the one in service: what was decided is never hidden. */
export async function inItsOrServedRelease<T>(
  keeper: Keeper,
  { meeting }: Pick<Seat, 'meeting'>,
  work: (release: OpenRelease) => Promise<T>,
): Promise<T> {
  return during(await keeper.lease(meeting.body.release).catch(() => keeper.lease()), work)
}

async function during<T>(lease: Lease, work: (release: OpenRelease) => Promise<T>): Promise<T> {
  try {
    if (!lease.release) throw noRelease(lease.warning)
    return await work(lease.release)
  } finally {
    lease.done()
  }
}
