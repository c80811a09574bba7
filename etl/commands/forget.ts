import { asOneAct } from '../../data/store/before.ts'
import { notePublished } from '../../data/store/figures.ts'
import { closeFollowup } from '../../data/store/manifest.ts'
import { forgetPerson, openVault } from '../../data/store/vault.ts'
import { say } from '../language.ts'
import { linesOfNote, noted } from '../noted.ts'
import { publish } from '../release/build.ts'
import { type Context, type Outcome, Refusal, WrongUsage } from './outcome.ts'
import { linesOfRelease } from './release.ts'
import { writing } from './writing.ts'

/**
 * Takes every row of a person out of the vault and publishes without them. Figures of a year in which fewer than ten persons
 * have changed stand until the gate opens, as after any other change: a release that differed by one person would tell of them.
 * @throws Refusal when there is no such person
 */
export function forget(
  context: Context,
  pseudonym: string,
  options: { kommun?: string; release: boolean },
): Promise<Outcome> {
  const municipality = municipalityIn(options.kommun)
  return writing(context, async () => {
    const { home, settings } = context
    const years = await asOneAct(home, async () => {
      const taken = await takeOut(context, municipality, pseudonym)
      await notePublished(home.figures, false)
      closeFollowup(home)
      return taken
    })
    // That it was done, and never whom it concerned.
    const anchor = await noted(home, settings, { action: 'person.forgotten', body: { municipality } })
    const published = options.release ? await publish(home, settings) : null
    const gone = say(
      `Personens alla rader är borttagna (${municipality}: ${years.join(', ')}).`,
      `Every row of the person is gone (${municipality}: ${years.join(', ')}).`,
    )
    return {
      exit: 0,
      lines: [gone, ...linesOfNote(anchor), ...(published ? linesOfRelease(published) : [])],
      object: { ok: true, municipality, years, release: published?.manifest.id ?? null },
    }
  })
}

function municipalityIn(code: string | undefined): string {
  if (code && /^\d{4}$/.test(code)) return code
  throw new WrongUsage(say('Ange kommunen: --kommun 0184.', 'Give the municipality: --kommun 0184.'))
}

async function takeOut({ home, settings }: Context, municipality: string, pseudonym: string): Promise<number[]> {
  const vault = await openVault(home.vault, settings.JAMSIDES_MEMORY_MB)
  try {
    const years = await forgetPerson(vault.connection, municipality, pseudonym)
    if (years.length > 0) return years
    throw new Refusal(
      say(
        'Det finns ingen person med den pseudonymen i kommunen.',
        'There is no person of that pseudonym in the municipality.',
      ),
    )
  } finally {
    vault.close()
  }
}
