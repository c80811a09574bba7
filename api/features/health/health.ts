import { z } from 'zod'
import { HealthAnswer } from '../../../data/model/answers/health.ts'
import { version } from '../../version.ts'
import { feature } from '../feature.ts'

export const health = feature({
  path: '/health',
  right: 'open',
  summary: { sv: 'Hur tjänsten mår och vilken utgåva den visar', en: 'How the service is and which release it serves' },
  parameters: z.object({}),
  answer: HealthAnswer,
  momentary: true,
  respond: ({ served, warning, language }): HealthAnswer => {
    const told = warning?.[language] ?? null
    if (!served) return { status: 'no-release', version, release: null, warning: told }
    const { id, builtAt, sample } = served.about
    return { status: told ? 'degraded' : 'ok', version, release: { id, builtAt, sample }, warning: told }
  },
})
