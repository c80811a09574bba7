import { openWorkspace } from '../../data/workspace/engine.ts'
import { type KeptMapping, listMappings } from '../../data/workspace/mappings.ts'
import { say } from '../language.ts'
import { type Context, type Outcome, Refusal } from './outcome.ts'

/** Lists how the municipalities' own files are read; with an id, that mapping as a file for `--mapping`. @throws Refusal when there is none such */
export async function mappings({ home, settings }: Context, id: string | undefined): Promise<Outcome> {
  const workspace = await openWorkspace({ home, database: settings.DATABASE_URL })
  try {
    const kept = await listMappings(workspace.read)
    return id === undefined ? listed(kept) : one(kept, id)
  } finally {
    await workspace.close()
  }
}

const listed = (kept: KeptMapping[]): Outcome => ({
  exit: 0,
  lines: kept.length > 0 ? kept.map(lineOf) : [say('Ingen översättning är sparad.', 'No mapping is kept.')],
  object: { ok: true, mappings: kept },
})

const lineOf = ({ id, municipality, system, changedAt, mapping, shared }: KeptMapping): string =>
  [id, municipality, mapping.instrument, system, changedAt.slice(0, 10), shared ? say('delas', 'shared') : '']
    .filter(Boolean)
    .join('  ')

function one(kept: KeptMapping[], id: string): Outcome {
  const found = kept.find((mapping) => mapping.id === id)
  if (!found) throw new Refusal(say('Det finns ingen sådan översättning.', 'There is no such mapping.'))
  return { exit: 0, lines: [], object: found.mapping, file: `${JSON.stringify(found.mapping, null, 2)}\n` }
}
