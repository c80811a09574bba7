import { z } from 'zod'
import { KeptSource, ShelfAnswer, SourceAnswer } from '../../../data/model/answers/shelf.ts'
import { Source } from '../../../data/model/shelf/source.ts'
import { excerptOf, wordsOf } from '../../../data/model/shelf/words.ts'
import { listSources, removeSource, saveSource, textOf } from '../../../data/workspace/shelf/sources.ts'
import { findSources } from '../../../data/workspace/shelf/words.ts'
import { Problem } from '../../problem.ts'
import { feature } from '../feature.ts'
import { onShelf, theSource } from './on-shelf.ts'

/** Sources that are told with a place out of their text. */
const MOST_TOLD = 30

export const shelf = feature({
  path: '/shelf',
  right: 'shelf.read',
  summary: {
    sv: 'Kunskapshyllan: källor, sökta i hela texten',
    en: 'The knowledge shelf: sources, searched in their whole text',
  },
  parameters: z.object({
    q: z.string().max(200).optional().describe('Words that a source must have, each from its beginning'),
    theme: z.string().max(80).optional().describe('Only those of this theme'),
  }),
  answer: ShelfAnswer,
  respond: async ({ workspace, question: { q = '', theme } }): Promise<ShelfAnswer> => {
    const { read } = await workspace()
    const all = await listSources(read)
    const asked = wordsOf(q)
    const byId = new Map(all.map((one) => [one.id, one]))
    const found = asked.length === 0 ? all : (await findSources(read, q)).flatMap((id) => byId.get(id) ?? [])
    const wanted = found.filter((one) => theme === undefined || one.theme === theme)
    const told = wanted.slice(0, MOST_TOLD).map(async (one) => ({
      ...one,
      excerpt: excerptOf(await textOf(read, one.id), asked),
    }))
    return { sources: await Promise.all(told), found: wanted.length, themes: themesOf(all) }
  },
})

const themesOf = (all: readonly KeptSource[]): string[] =>
  [...new Set(all.map(({ theme }) => theme).filter(Boolean))].sort((a, b) => a.localeCompare(b, 'sv'))

export const source = feature({
  path: '/shelf/{source}',
  right: 'shelf.read',
  summary: { sv: 'En källa med hela sin text', en: 'A source with its whole text' },
  parameters: onShelf,
  answer: SourceAnswer,
  respond: async ({ workspace, question }): Promise<SourceAnswer> => {
    const { read } = await workspace()
    const found = await theSource(read, question.source)
    return { ...found, text: await textOf(read, found.id) }
  },
})

export const putSource = feature({
  path: '/shelf/{source}',
  method: 'put',
  right: 'shelf.keep',
  audit: 'source.kept',
  summary: { sv: 'Ställer en källa på hyllan, eller ändrar den', en: 'Puts a source on the shelf, or changes it' },
  parameters: onShelf,
  body: z.strictObject({ base: z.number().int().min(0), source: Source }),
  answer: KeptSource,
  respond: ({ act, question, body, who }) =>
    act(async (transaction) => {
      const wish = { id: question.source, base: body.base, source: body.source, account: who!.id }
      const saved = await saveSource(transaction, wish)
      if (saved.state === 'saved') return { answer: saved.source!, object: question.source }
      throw new Problem('conflict', CHANGED, [], { current: saved.source, version: saved.source?.version ?? 0 })
    }),
})

const CHANGED = {
  sv: 'Någon annan har ändrat källan. Ingenting har skrivits över; läs om den och ändra igen.',
  en: 'Somebody else has changed the source. Nothing has been overwritten; read it again and change it.',
}

export const deleteSource = feature({
  path: '/shelf/{source}',
  method: 'delete',
  right: 'shelf.keep',
  audit: 'source.removed',
  summary: {
    sv: 'Tar bort en källa med text och fil',
    en: 'Takes a source away with its text and its file',
  },
  parameters: onShelf,
  answer: z.object({ removed: z.literal(true) }),
  respond: ({ act, question }) =>
    act(async (transaction) => {
      const { id, title } = await theSource(transaction, question.source)
      await removeSource(transaction, id)
      return { answer: { removed: true as const }, object: id, particulars: { title } }
    }),
})
