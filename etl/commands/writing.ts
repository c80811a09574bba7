import { takeBackChanges } from '../../data/store/before.ts'
import { asOnlyWriter } from '../../data/store/lock.ts'
import { removeStrays } from '../../data/store/release.ts'
import type { Context } from './outcome.ts'

/** Runs what writes, alone in the home, after taking away and taking back what an interrupted run left. */
export function writing<T>({ home }: Context, work: () => Promise<T>): Promise<T> {
  return asOnlyWriter(home.lock, async () => {
    takeBackChanges(home)
    removeStrays(home)
    return work()
  })
}
