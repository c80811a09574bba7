import { setTimeout as pause } from 'node:timers/promises'
import { gather } from './crowd.ts'
import { KillableService } from './killable.ts'
import { beginAt } from './stage.ts'

// The load test's long form: sixty people write for a minute while the service is killed twice and comes back each time.
const CROWD = { people: 60, notes: 40, pauseMs: 1500, cutEvery: 9 }
const KILLED_AFTER_MS = [20_000, 40_000]

const service = new KillableService()
await service.open()
try {
  const { address, cookies } = service
  const meeting = await beginAt(address, cookies.fou, 'session-of-a-crowd')
  const killing = KILLED_AFTER_MS.map(async (after) => {
    await pause(after)
    await service.kill()
    await service.start()
  })
  const outcome = await gather({ ...CROWD, address, host: cookies.fou, meeting })
  await Promise.all(killing)
  console.table([outcome])
  process.exitCode = outcome.unseen === 0 && outcome.written === CROWD.people * CROWD.notes ? 0 : 1
} finally {
  service.close()
}
