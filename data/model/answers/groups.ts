import { z } from 'zod'
import { groupKinds } from '../group.ts'

export const GroupsAnswer = z.object({
  groups: z.array(
    z.object({ id: z.string(), name: z.string(), kind: z.enum(groupKinds), members: z.array(z.string()) }),
  ),
  release: z.string(),
  sample: z.boolean(),
})
export type GroupsAnswer = z.infer<typeof GroupsAnswer>
