import { z } from 'zod'
import { catalogue } from '../../../data/catalogue/index.ts'
import { Grant } from '../../../data/model/answers/me.ts'
import { SCOPE_OF } from '../../../data/model/roles.ts'

/** Roles as they may be given: a data manager's for a municipality, an analyst's for a group, the others for all. */
export const Grants = z.array(Grant.refine(isSound, 'grant')).max(400)

function isSound({ role, scope }: z.output<typeof Grant>): boolean {
  const { municipalities, groups } = catalogue()
  if (SCOPE_OF[role] === 'municipality') return municipalities.some(({ code }) => code === scope)
  if (SCOPE_OF[role] === 'group') return groups.some(({ id }) => id === scope)
  return scope === ''
}
