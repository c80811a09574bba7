import { z } from 'zod'
import { Me } from '../../../data/model/answers/me.ts'
import { feature } from '../feature.ts'
import { aboutMe } from './about-me.ts'

export const me = feature({
  path: '/me',
  right: 'sign-in',
  summary: { sv: 'Vem man är och vad man får göra', en: 'Who one is and what one may do' },
  parameters: z.object({}),
  answer: Me,
  respond: ({ who, gate, served }): Me => aboutMe(who, gate, served),
})
