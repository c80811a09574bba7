import { openWorkspace } from '../../data/workspace/engine.ts'
import { type KeptMapping, listMappings } from '../../data/workspace/mappings.ts'
import { say } from '../language.ts'
import { type Remembered, rememberedMappings } from '../mapping/remembered.ts'
import { type Context, type Outcome, Refusal } from './outcome.ts'

/** Lists how workbooks and the municipalities' own files are read; with an id, that mapping as a file for `--mapping`. @throws Refusal when there is none such */
export async function mappings({ home, settings }: Context, id: string | undefined): Promise<Outcome> {
  const workbooks = rememberedMappings(home)
  const found = workbooks.find(({ shape }) => shape.id === id)
  if (found) return asFile(found.mapping)
  const workspace = await openWorkspace({ home, database: settings.DATABASE_URL })
  try {
    const kept = await listMappings(workspace.read)
    return id === undefined ? listed(kept, workbooks) : one(kept, id)
  } finally {
    await workspace.close()
  }
}

function listed(kept: KeptMapping[], workbooks: Remembered[]): Outcome {
  const lines = [...workbooks.map(lineOfWorkbook), ...kept.map(lineOf)]
  return {
    exit: 0,
    lines: lines.length > 0 ? lines : [say('Ingen översättning är sparad.', 'No mapping is kept.')],
    object: { ok: true, mappings: kept, workbooks },
  }
}

const lineOfWorkbook = ({ shape, file, usedAt }: Remembered): string =>
  [shape.id, say('arbetsbok', 'workbook'), file, usedAt.slice(0, 10)].join('  ')

const lineOf = ({ id, municipality, system, changedAt, mapping, shared }: KeptMapping): string =>
  [id, municipality, mapping.instrument, system, changedAt.slice(0, 10), shared ? say('delas', 'shared') : '']
    .filter(Boolean)
    .join('  ')

function one(kept: KeptMapping[], id: string): Outcome {
  const found = kept.find((mapping) => mapping.id === id)
  if (!found) throw new Refusal(say('Det finns ingen sådan översättning.', 'There is no such mapping.'))
  return asFile(found.mapping)
}

const asFile = (mapping: object): Outcome => ({
  exit: 0,
  lines: [],
  object: mapping,
  file: `${JSON.stringify(mapping, null, 2)}\n`,
})
