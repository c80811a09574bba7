import { z } from 'zod'

export const GroupsAnswer = z.object({
  groups: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), members: z.array(z.string()) })),
  release: z.string(),
  sample: z.boolean(),
})
export type GroupsAnswer = z.infer<typeof GroupsAnswer>
