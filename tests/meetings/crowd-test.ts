import { expect, test } from 'vitest'
import { makeHome } from '../api/home.ts'
import { serve } from '../api/service.ts'
import { gather } from './crowd.ts'
import { beginAt, PEOPLE, publishYear, signedIn } from './stage.ts'

test('sixty people write at once, their streams are cut and taken up again: everybody sees every note', async () => {
  const { home, remove } = makeHome()
  await publishYear(home, 2023)
  const { fou } = await signedIn(home, PEOPLE)
  const running = await serve(home)
  try {
    const meeting = await beginAt(running.url, fou, 'session-of-a-crowd')
    const crowd = { address: running.url, host: fou, meeting, people: 60, notes: 3, pauseMs: 300, cutEvery: 5 }
    const { written, unseen } = await gather(crowd)
    expect({ written, unseen }).toEqual({ written: 180, unseen: 0 })
    const whole = await fetch(`${running.url}/api/v1/analysis-sessions/${meeting}`, { headers: { Cookie: fou } })
    const { parts } = (await whole.json()) as { parts: { kind: string }[] }
    expect(parts.filter(({ kind }) => kind === 'note')).toHaveLength(180)
  } finally {
    await running.close()
    remove()
  }
})
