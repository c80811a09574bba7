import { join } from 'node:path'
import { startServer } from '../../api/server.ts'
import type { Bench } from './main.ts'
import { type Measured, measured, medianOf } from './measure.ts'

const QUESTIONS: [work: string, path: string][] = [
  ['/compare, warm', 'compare?indicator=N31814&group=fou-nordvast'],
  ['/trend, warm', 'trend?indicator=N31814&group=fou-nordvast'],
  ['/profile, warm', 'profile?municipality=0184&reference=all'],
  ['/matrix, warm', 'matrix?group=fou-nordvast'],
  ['/standout, warm', 'standout?municipality=0184&reference=all'],
]

/** Answers over HTTP from the release that was just loaded, against the lightest answer there is. */
export async function benchAnswers({ folder, settings }: Bench): Promise<Measured[]> {
  const quiet = { ...settings, JAMSIDES_LOG: 'silent', JAMSIDES_REQUESTS_PER_MINUTE: 1_000_000, PORT: 0 }
  const running = await startServer({ ...quiet, JAMSIDES_HOME: join(folder, 'home') })
  try {
    const asked = (path: string) => async () => (await fetch(`${running.url}/api/v1/${path}`)).text()
    const lightest = await medianOf(200, asked('health'))
    const rows: Measured[] = []
    for (const [work, path] of QUESTIONS) {
      rows.push(measured(work, 'median of 200', await medianOf(200, asked(path)), '/health', lightest))
    }
    return rows
  } finally {
    await running.close()
  }
}
