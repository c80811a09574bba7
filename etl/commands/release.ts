import { counted, say } from '../language.ts'
import { reportLines } from '../protect/index.ts'
import { type Published, publish } from '../release/build.ts'
import { emptySampleBesideReal, holdsAnything } from '../release/reconcile.ts'
import { toldAside } from '../release/unsound.ts'
import { type Context, type Outcome, Refusal } from './outcome.ts'
import { writing } from './writing.ts'

/** Publishes everything stored as a new release. @throws Refusal when nothing is stored */
export function release(context: Context): Promise<Outcome> {
  return writing(context, async () => {
    const { home, settings } = context
    await emptySampleBesideReal(home, settings)
    if (!(await holdsAnything(home, settings))) throw nothingStored()
    const published = await publish(home, settings)
    return {
      exit: 0,
      lines: linesOfRelease(published),
      object: { ok: true, release: published.manifest.id, values: published.values, sample: published.manifest.sample },
    }
  })
}

/** What an operator is told of a new release: its id, its size, and which client figures wait. */
export function linesOfRelease({ manifest, values, report, setAside, pruned }: Published): string[] {
  const { id } = manifest
  const served = say(
    `Utgåva ${id} visas nu: ${counted(values)} värden.`,
    `Release ${id} is served now: ${counted(values)} values.`,
  )
  const taken = pruned.map((old) =>
    say(
      `Utgåva ${old} var äldre än JAMSIDES_KEEP_MONTHS och är borttagen.`,
      `Release ${old} was older than JAMSIDES_KEEP_MONTHS and is gone.`,
    ),
  )
  return [...reportLines(report), ...(setAside > 0 ? [toldAside(setAside)] : []), ...taken, served]
}

const nothingStored = () =>
  new Refusal(say('Det finns inget lagrat att publicera.', 'Nothing is stored that could be published.'))
