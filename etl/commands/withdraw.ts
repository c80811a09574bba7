import { asOneAct } from '../../data/store/before.ts'
import { notePublished } from '../../data/store/figures.ts'
import { closeFollowup } from '../../data/store/manifest.ts'
import { listExtracts, openVault, type Part, withdraw as withdrawFrom } from '../../data/store/vault.ts'
import { say } from '../language.ts'
import { linesOfNote, noted } from '../noted.ts'
import { publish } from '../release/build.ts'
import { type Context, type Outcome, Refusal } from './outcome.ts'
import { linesOfRelease } from './release.ts'
import { writing } from './writing.ts'

/** Takes an extract of clients out again and publishes without it. @throws Refusal when there is none such */
export function withdraw(context: Context, id: string, options: { release: boolean }): Promise<Outcome> {
  return writing(context, async () => {
    const { home, settings } = context
    const parts = await asOneAct(home, async () => {
      const taken = await takeOut(context, id)
      await notePublished(home.figures, false)
      closeFollowup(home)
      return taken
    })
    const years = [...new Set(parts.map(({ municipality, year }) => `${municipality} ${year}`))]
    const anchor = await noted(home, settings, { action: 'extract.withdrawn', object: id, body: { years } })
    const published = options.release ? await publish(home, settings) : null
    return {
      exit: 0,
      lines: [
        say(`${id} är återtaget: ${years.join(', ')}.`, `${id} has been withdrawn: ${years.join(', ')}.`),
        ...linesOfNote(anchor),
        ...(published ? linesOfRelease(published) : []),
      ],
      object: { ok: true, withdrawn: id, parts: years, release: published?.manifest.id ?? null },
    }
  })
}

async function takeOut({ home, settings }: Context, id: string): Promise<Part[]> {
  const vault = await openVault(home.vault, settings.JAMSIDES_MEMORY_MB)
  try {
    const known = (await listExtracts(vault.connection)).map((extract) => extract.id)
    if (!known.includes(id)) throw new Refusal(noExtract(id, known))
    return await withdrawFrom(vault.connection, id)
  } finally {
    vault.close()
  }
}

function noExtract(id: string, known: string[]): string {
  const list = known.join(', ') || '–'
  return say(
    `Uttaget ${id} finns inte. De som finns: ${list}.`,
    `There is no extract ${id}. Those that exist: ${list}.`,
  )
}
