import { readSettings } from '../../data/settings.ts'
import { HomeBusy } from '../../data/store/home-busy.ts'
import { doUploads } from './clerk.ts'

for (const end of ['disconnect', 'SIGTERM', 'SIGINT'] as const) process.once(end, () => process.exit(0))
try {
  await doUploads(readSettings())
} catch (error) {
  if (!(error instanceof HomeBusy)) {
    console.error((error as Error).message.split('\n')[0])
    process.exitCode = 1
  }
}
if (process.connected) process.disconnect()
