import { say } from '../language.ts'
import { mendFigures } from '../mend/figures.ts'
import { mendCopies, mendManifests } from '../mend/manifests.ts'
import { putDamagedAside, serveLastBuilt } from '../mend/releases.ts'
import type { Context, Outcome } from './outcome.ts'
import { writing } from './writing.ts'

/**
 * Mends what can be mended out of what is sound: manifests out of their releases, the figures out of the last built
 * release; puts aside what cannot, and points out a release to serve. Changes nothing that is whole.
 */
export function mend(context: Context): Promise<Outcome> {
  return writing(context, async () => {
    const { home } = context
    const manifests = await mendManifests(home)
    const aside = await putDamagedAside(home)
    const copies = mendCopies(home)
    const figuresFrom = await mendFigures(home)
    const served = serveLastBuilt(home)
    const lines = [
      ...manifests.map((id) =>
        say(`Manifestet för ${id} är skrivet på nytt.`, `The manifest of ${id} is written anew.`),
      ),
      ...copies.map((id) =>
        say(`Kopian av manifestet för ${id} är lagad.`, `The copy of the manifest of ${id} is mended.`),
      ),
      ...aside.map((id) => say(`Utgåva ${id} är lagd åt sidan.`, `Release ${id} is put aside.`)),
      ...(figuresFrom
        ? [
            say(
              `Uppgifterna är återskapade ur utgåva ${figuresFrom}.`,
              `The figures are rebuilt from release ${figuresFrom}.`,
            ),
          ]
        : []),
      ...(served ? [say(`Utgåva ${served} visas nu.`, `Release ${served} is served now.`)] : []),
    ]
    const nothing = say('Det fanns inget att laga här. Kör verify.', 'There was nothing to mend here. Run verify.')
    return {
      exit: 0,
      lines: lines.length > 0 ? lines : [nothing],
      object: { ok: true, manifests, copies, aside, figuresFrom, served },
    }
  })
}
