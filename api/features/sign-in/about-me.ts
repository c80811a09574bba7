import type { Me } from '../../../data/model/answers/me.ts'
import { FROM_EXAMPLE } from '../../access/examples.ts'
import { type Gate, isOpenHere } from '../../access/guard.ts'
import { RIGHTS, type Right } from '../../access/rights.ts'
import { may, type Who } from '../../access/who.ts'
import type { OpenRelease } from '../../release/open-release.ts'

/** Who one is, and every right that one has here: by a role, or because it is open to all. */
export function aboutMe(who: Who, gate: Gate, served: OpenRelease | null): Me {
  const rights = (Object.keys(RIGHTS) as Right[]).filter((right) => isOpenHere(right, gate, served) || may(who, right))
  const publishesFollowUp = gate.settings.JAMSIDES_PUBLISH_FOLLOWUP && served?.about.sample === false
  if (!who) return { account: null, rights, publishesFollowUp }
  const { id, name, grants, rolesFrom } = who
  const account = { id, name, isExample: rolesFrom === FROM_EXAMPLE, grants: [...grants] }
  return { account, rights, publishesFollowUp }
}
