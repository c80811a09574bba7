import type { FiguresPreview } from '../../data/model/upload.ts'
import { type Database, rowsOf } from '../../data/store/duckdb.ts'
import type { Changes } from '../../data/store/figures-merge.ts'
import type { Delivery } from '../commands/delivery.ts'
import { spokenLanguage } from '../language.ts'

type Change = FiguresPreview['changes'][number]

const MOST_REVISIONS = 20

/** What storing has changed (table `compared`): what approving would. @param surveys the surveys as they were before, by id */
export async function figuresPreview(
  { connection }: Database,
  { gathering }: Delivery,
  { revisions, leftOut }: Changes,
  surveys: ReadonlyMap<string, string>,
): Promise<FiguresPreview> {
  const counted = await rowsOf<Omit<Change, 'title' | 'years'> & { years: string }>(connection, BY_INDICATOR)
  const figures = counted.map((one) => ({ ...one, title: titleOf(one.id, gathering), years: yearsIn(one.years) }))
  const changes = [...figures, ...questionsIn(gathering, surveys)]
  return {
    indicators: changes.length,
    values: changes.reduce((sum, { added, revised, unchanged }) => sum + added + revised + unchanged, 0),
    years: yearsIn(changes.flatMap(({ years }) => years).join(' ')),
    changes,
    revisions: revisions.slice(0, MOST_REVISIONS),
    leftOut: leftOut.map(({ indicator, owner }) => ({ indicator, owner })),
  }
}

const count = (change: string): string => `count(*) FILTER (change = '${change}')::INTEGER AS ${change}`

const BY_INDICATOR = `
  SELECT id, string_agg(DISTINCT period, ' ') AS years,
    ${['added', 'revised', 'removed', 'unchanged'].map(count).join(', ')}
  FROM compared JOIN indicator ON number = compared.indicator GROUP BY id ORDER BY id`

const yearsIn = (text: string): number[] =>
  [...new Set(text.split(' ').filter(Boolean).map(Number))].sort((a, b) => a - b)

const titleOf = (id: string, gathering: Delivery['gathering']): string =>
  gathering.known(id)?.title[spokenLanguage()] ?? id

/** A question's groups in a year, as values of an indicator are counted. */
function questionsIn({ surveys }: Delivery['gathering'], before: ReadonlyMap<string, string>): Change[] {
  const byQuestion = new Map<string, Change>()
  for (const [id, survey] of surveys) {
    const known = byQuestion.get(survey.question) ?? empty(survey.question, survey.title)
    const was = before.get(id)
    const change = was === undefined ? 'added' : was === JSON.stringify(survey) ? 'unchanged' : 'revised'
    const years = yearsIn([...known.years, survey.period].join(' '))
    byQuestion.set(survey.question, { ...known, years, [change]: known[change] + 1 })
  }
  return [...byQuestion.values()]
}

const empty = (id: string, title: string): Change => {
  return { id, title, years: [], added: 0, revised: 0, removed: 0, unchanged: 0 }
}
