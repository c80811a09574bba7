import { append, type Deed } from '../data/workspace/audit.ts'
import type { Workspace } from '../data/workspace/workspace.ts'
import type { Who } from './access/who.ts'
import type { Asked, Feature } from './features/feature.ts'

type Reach = () => Promise<Workspace>

/** Does a feature's work and says so in the audit log, in one transaction. */
export function actor({ audit, path }: Feature, who: Who, workspace: Reach): Asked<unknown>['act'] {
  return async (work) => {
    if (!audit) throw new Error(`${path} acts without saying what the audit log calls it`)
    return (await workspace()).write(async (transaction) => {
      const { answer, object = '', particulars = {}, actor } = await work(transaction)
      await append(transaction, { actor: actor ?? who?.id ?? 'anyone', action: audit, object, body: particulars })
      return answer
    })
  }
}

/** Follow-up figures that leave as a file are noted, with who took them and which; what was asked stays untold where all is open. */
export async function noteExport(feature: Feature, who: Who, format: string, workspace: Reach): Promise<void> {
  if (feature.right !== 'followup.read' || !who) return
  const deed: Deed = { actor: who.id, action: 'followup.exported', object: feature.path, body: { format } }
  await (await workspace()).write((transaction) => append(transaction, deed))
}
