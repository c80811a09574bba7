import { z } from 'zod'
import { koladaTitles } from '../../../data/catalogue/kolada-titles.ts'
import { NotLoadedAnswer } from '../../../data/model/answers/not-loaded.ts'
import { searcher } from '../../../data/model/search.ts'
import { wholeNumber } from '../../question/parameters.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'

const LONGEST_SEARCH = 100

type Search = ReturnType<typeof searcherOf>
let search: Search | undefined

const searcherOf = () => searcher([...koladaTitles()])

export const notLoaded = feature({
  path: '/not-loaded',
  right: 'open',
  summary: {
    sv: 'Indikatorer som finns i Kolada men inte i utgåvan, och hur de hämtas',
    en: 'Indicators that exist in Kolada but not in the release, and how they are fetched',
  },
  parameters: z.object({
    q: z.string().min(1).max(LONGEST_SEARCH).describe('Words to search for, or an id; forgives spelling'),
    count: wholeNumber('How many at most', 1, 100).prefault('10'),
  }),
  answer: NotLoadedAnswer,
  respond: ({ release, question: { q, count } }): NotLoadedAnswer => {
    const found = answersTo(q).filter(({ id }) => !isKnown(release, id))
    const told = found.slice(0, count)
    return {
      count: found.length,
      indicators: told.map(({ id, title }) => ({
        id,
        title,
        command: `npm run etl -- fetch kolada --indicators ${id}`,
      })),
    }
  },
})

/** The indicator of that id alone; else what the words find. */
function answersTo(q: string) {
  const id = q.trim().toUpperCase()
  const named = koladaTitles().filter((one) => one.id === id)
  if (named.length > 0) return named
  search ??= searcherOf()
  return search(q, koladaTitles().length)
}

/** What the release knows, with values or without, is found among its own indicators. */
const isKnown = ({ indicators }: OpenRelease, id: string): boolean => indicators.has(id)
