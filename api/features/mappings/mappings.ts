import { z } from 'zod'
import type { Column } from '../../../data/instruments/definition.ts'
import { instruments } from '../../../data/instruments/index.ts'
import { KeptMappingAnswer, MappingsAnswer } from '../../../data/model/answers/mappings.ts'
import { ExtractMapping } from '../../../data/model/extract-mapping.ts'
import { dropMapping, keepMapping, listMappings, mappingOf } from '../../../data/workspace/mappings.ts'
import { reaches } from '../../access/who.ts'
import { Problem } from '../../problem.ts'
import { id } from '../../question/parameters.ts'
import { fields } from '../../question/read-body.ts'
import { feature } from '../feature.ts'
import { checkReach } from '../uploads/own.ts'
import { checkMapping } from '../uploads/uploads.ts'

export const mappings = feature({
  path: '/mappings',
  right: 'mappings.keep',
  summary: {
    sv: 'Hur den egna kommunens filer läses, vad andra kommuner delat, och vad formaten har',
    en: 'How one’s own municipality’s files are read, what others have shared, and what the formats have',
  },
  parameters: z.object({}),
  answer: MappingsAnswer,
  async respond({ who, workspace }): Promise<MappingsAnswer> {
    const all = await listMappings((await workspace()).read)
    const isOwn = (municipality: string) => reaches(who, 'mappings.keep', municipality)
    return {
      mappings: all
        .filter(({ municipality, shared }) => shared || isOwn(municipality))
        .map(({ municipality, ...kept }) => ({ ...kept, municipality: isOwn(municipality) ? municipality : null })),
      formats: instruments.map(({ id: instrument, columns }) => ({ instrument, columns: columns.map(formatOf) })),
    }
  },
})

const formatOf = ({ id, title, required, content }: Column) => ({
  id,
  title,
  required: required ?? false,
  kind: content.kind,
  codes: content.kind === 'code' ? content.codes : [],
})

export const putMapping = feature({
  path: '/mappings',
  method: 'put',
  right: 'mappings.keep',
  summary: { sv: 'Spara hur kommunens filer läses', en: 'Keep how the municipality’s files are read' },
  parameters: z.object({}),
  body: fields({
    municipality: z.string().regex(/^\d{4}$/),
    mapping: ExtractMapping,
    shared: z.boolean().default(false),
  }),
  answer: KeptMappingAnswer,
  audit: 'mapping.kept',
  async respond({ who, body, workspace }) {
    const { municipality, mapping, shared } = body
    checkReach(who, 'mappings.keep', municipality)
    checkMapping(mapping.instrument, mapping)
    const { write } = await workspace()
    const kept = await write((transaction) =>
      keepMapping(transaction, { municipality, mapping, shared, account: who!.id }),
    )
    return { id: kept }
  },
})

export const deleteMapping = feature({
  path: '/mappings/{id}',
  method: 'delete',
  right: 'mappings.keep',
  summary: { sv: 'Ta bort en sparad översättning', en: 'Take away a kept mapping' },
  parameters: z.object({ id: id('Id of a mapping') }),
  answer: KeptMappingAnswer,
  audit: 'mapping.dropped',
  async respond({ who, question, workspace }) {
    const { read, write } = await workspace()
    const kept = await mappingOf(read, question.id)
    if (!kept || !reaches(who, 'mappings.keep', kept.municipality)) throw notFound
    await write((transaction) => dropMapping(transaction, kept.id, who!.id))
    return { id: kept.id }
  },
})

const notFound = new Problem('not-found', {
  sv: 'Det finns ingen sådan översättning.',
  en: 'There is no such mapping.',
})
