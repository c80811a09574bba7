import { z } from 'zod'
import { HELD_KINDS, KEPT_IDS, OUTWARD_IDS, RIGHT_IDS } from '../handling.ts'
import { ROLES } from '../roles.ts'

const Reach = z.enum(['all', 'own', 'whole', 'none'])

/** How data about persons are handled here, as the program does it: out of its own tables and settings. */
export const HandlingAnswer = z.object({
  rights: z.array(
    z.object({
      right: z.enum(RIGHT_IDS),
      /** Whether no account is needed. */
      everyone: z.boolean(),
      roles: z.array(z.object({ role: z.enum(ROLES), reach: Reach })),
    }),
  ),
  /** Kinds of data about persons, with the tables of the workspace that hold them. */
  held: z.array(z.object({ kind: z.enum(HELD_KINDS), tables: z.array(z.string()) })),
  /** Columns of client extracts: what a municipality hands in about a person. */
  extracts: z.array(z.object({ id: z.string(), name: z.string(), columns: z.array(z.string()) })),
  kept: z.array(z.object({ what: z.enum(KEPT_IDS), minutes: z.number() })),
  /** Settings that decide how long, for whom and how protected. */
  settings: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })),
  /** Whether each way out of the machine is open: `command` only while somebody runs it. */
  outward: z.array(z.object({ way: z.enum(OUTWARD_IDS), open: z.enum(['no', 'yes', 'command']) })),
})
export type HandlingAnswer = z.infer<typeof HandlingAnswer>
