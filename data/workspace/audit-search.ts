import type { AuditRow } from './audit-chain.ts'
import type { Reading } from './workspace.ts'

/** What is looked for: a kind of deed, somebody, a word anywhere, from and to a day, and before which line. */
export type Search = {
  action?: string | undefined
  who?: string | undefined
  word?: string | undefined
  from?: string | undefined
  to?: string | undefined
  before?: number | undefined
}

/** A line, with the names now of the account that did it and of the account that it was done to. */
export type Found = AuditRow & { name: string | null; about: string | null }

/** Lines of the audit log, the latest first. */
export function searchAudit(read: Reading, search: Search, limit: number): Promise<Found[]> {
  const { action, who, word, from, to, before } = search
  return read
    .selectFrom('audit')
    .leftJoin('account', 'account.id', 'audit.actor')
    .leftJoin('account as whom', 'whom.id', 'audit.object')
    .selectAll('audit')
    .select(['account.name', 'whom.name as about'])
    .$if(action !== undefined, (q) => q.where('audit.action', '=', action!))
    .$if(who !== undefined, (q) => q.where('audit.actor', '=', who!))
    .$if(from !== undefined, (q) => q.where('audit.time', '>=', from!))
    .$if(to !== undefined, (q) => q.where('audit.time', '<', `${to}T24`))
    .$if(before !== undefined, (q) => q.where('audit.seq', '<', before!))
    .$if(word !== undefined, (q) =>
      q.where((any) =>
        any.or(
          (['audit.object', 'whom.name', 'audit.body', 'audit.actor', 'account.name', 'audit.action'] as const).map(
            (column) => any(column, 'like', `%${word!.replaceAll(/[%_]/g, '')}%`),
          ),
        ),
      ),
    )
    .orderBy('audit.seq', 'desc')
    .limit(limit)
    .execute()
}

/** Every kind of deed that the log holds. */
export async function actionsIn(read: Reading): Promise<string[]> {
  const rows = await read.selectFrom('audit').select('action').distinct().orderBy('action').execute()
  return rows.map(({ action }) => action)
}
