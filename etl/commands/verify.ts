import { say } from '../language.ts'
import { anchorIn, verifyAuditLog } from '../verify/audit.ts'
import { verifyReleases } from '../verify/releases.ts'
import { verifySecret } from '../verify/secret.ts'
import { verifyServed } from '../verify/served.ts'
import { verifyStores } from '../verify/stores.ts'
import type { Verdict } from '../verify/verdict.ts'
import type { Context, Outcome } from './outcome.ts'

/** `anchor`: a file that says where the audit log once ended. */
type VerifyOptions = { anchor?: string }

/** Checks everything stored, names every damaged thing, and says what mends it. */
export async function verify({ home, settings }: Context, options: VerifyOptions = {}): Promise<Outcome> {
  const anchor = options.anchor === undefined ? undefined : anchorIn(options.anchor)
  const verdicts = [
    ...(await verifyReleases(home)),
    ...verifyServed(home),
    ...(await verifyStores(home)),
    ...verifySecret(home),
    ...(await verifyAuditLog({ home, database: settings.DATABASE_URL, anchor })),
  ]
  const damaged = verdicts.filter(({ sound }) => !sound)
  return {
    exit: damaged.length > 0 ? 1 : 0,
    lines: verdicts.map(lineOf),
    object: { ok: damaged.length === 0, files: verdicts },
    ...(damaged[0] ? { complaint: complaint(damaged[0], damaged.length - 1) } : {}),
  }
}

const lineOf = ({ file, fault, mend }: Verdict) =>
  fault ? `${fault}: ${file} – ${mend}` : `${say('hel', 'sound')}: ${file}`

function complaint({ file, fault, mend }: Verdict, others: number): string {
  const more = others === 0 ? '' : say(` (och ${others} till, se listan)`, ` (and ${others} more, see the list)`)
  return say(`${file} är ${fault}${more}. Gör så här: ${mend}.`, `${file} is ${fault}${more}. What to do: ${mend}.`)
}
