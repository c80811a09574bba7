import { z } from 'zod'
import { HealthAnswer } from '../../../data/model/answers/health.ts'
import { bytesHeld } from '../../figures/of-catalogue.ts'
import { version } from '../../version.ts'
import { feature } from '../feature.ts'

export const health = feature({
  path: '/health',
  right: 'open',
  summary: { sv: 'Hur tjänsten mår och vilken utgåva den visar', en: 'How the service is and which release it serves' },
  parameters: z.object({}),
  answer: HealthAnswer,
  momentary: true,
  isPressing: true,
  respond: ({ served, warning, language, memory }): HealthAnswer => {
    const told = warning?.[language] ?? null
    const taken = {
      process: process.memoryUsage.rss(),
      ...memory,
      values: served ? served.slices.bytes + served.protectedSlices.bytes + bytesHeld(served) : 0,
    }
    if (!served) return { status: 'no-release', version, release: null, warning: told, memory: taken }
    const { id, builtAt, sample } = served.about
    return { status: told ? 'degraded' : 'ok', version, release: { id, builtAt, sample }, warning: told, memory: taken }
  },
})
