import { z } from 'zod'
import { instruments } from '../../../data/instruments/index.ts'
import { HandlingAnswer } from '../../../data/model/answers/handling.ts'
import { HELD_KINDS, KEPT_IDS, RIGHT_IDS } from '../../../data/model/handling.ts'
import { ROLES } from '../../../data/model/roles.ts'
import type { Settings } from '../../../data/settings.ts'
import { HOLDINGS } from '../../../data/workspace/holdings.ts'
import { KEPT_MS } from '../../../data/workspace/keeping.ts'
import type { Gate } from '../../access/guard.ts'
import { isForEveryone, reachOf } from '../../access/rights.ts'
import type { Language } from '../../language.ts'
import { canMail } from '../../mail.ts'
import { feature } from '../feature.ts'

/** Settings that decide how long, for whom and how protected; none is a secret. */
const SHOWN = [
  'JAMSIDES_PUBLISH_FOLLOWUP',
  'JAMSIDES_FOUR_EYES',
  'JAMSIDES_AUDIT_DAYS',
  'JAMSIDES_IDLE_MINUTES',
  'JAMSIDES_SIGN_IN_HOURS',
  'JAMSIDES_UPLOAD_MB',
  'JAMSIDES_FLOOR',
  'JAMSIDES_PAIR_K',
] as const satisfies readonly (keyof Settings)[]

export const handling = feature({
  path: '/handling',
  right: 'open',
  momentary: true,
  summary: {
    sv: 'Hur uppgifter om personer hanteras här: vem som får vad, vad som lagras och hur länge, vad som lämnar maskinen',
    en: 'How data about persons are handled here: who may do what, what is stored and for how long, what leaves the machine',
  },
  parameters: z.object({}),
  answer: HandlingAnswer,
  respond: ({ language, settings, gate }): HandlingAnswer => ({
    rights: RIGHT_IDS.map((right) => ({
      right,
      everyone: isForEveryone(right),
      roles: ROLES.map((role) => ({ role, reach: reachOf(right, role) ?? 'none' })),
    })),
    held: HELD_KINDS.map((kind) => ({ kind, tables: tablesOf(kind) })),
    extracts: extractsIn(language),
    kept: KEPT_IDS.map((what) => ({ what, minutes: KEPT_MS[what] / 60_000 })),
    settings: SHOWN.map((name) => ({ name, value: settings[name] })),
    outward: outwardOf(settings, gate),
  }),
})

const tablesOf = (kind: string): string[] =>
  Object.entries(HOLDINGS)
    .filter(([, held]) => held === kind)
    .map(([table]) => table)

const extractsIn = (language: Language): HandlingAnswer['extracts'] =>
  instruments.map(({ id, name, columns }) => ({
    id,
    name: name[language],
    columns: columns.map(({ title }) => title[language]),
  }))

function outwardOf(settings: Settings, { providers }: Gate): HandlingAnswer['outward'] {
  return [
    { way: 'kolada', open: 'command' },
    { way: 'transfer', open: 'command' },
    { way: 'provider', open: providers.length > 0 ? 'yes' : 'no' },
    { way: 'mail', open: canMail(settings) ? 'yes' : 'no' },
  ]
}
