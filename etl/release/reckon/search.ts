import type { DuckDBConnection } from '@duckdb/node-api'
import { catalogue } from '../../../data/catalogue/index.ts'
import { type Indicator, isOutsideCatalogue } from '../../../data/model/indicator.ts'
import { type Findable, indexOf } from '../../../data/model/search-index.ts'
import { rowsOf } from '../../../data/store/duckdb.ts'
import { writeSearchIndex } from '../../../data/store/release-search.ts'

const LANGUAGES = ['sv', 'en'] as const

/** Writes where the words of all indicators stand, so that any of them is found at once. */
export async function writeSearch(connection: DuckDBConnection, indicators: readonly Indicator[]): Promise<void> {
  await connection.run('DELETE FROM search_index')
  for (const language of LANGUAGES) {
    await writeSearchIndex(connection, language, indexOf(indicators.map((one) => findable(one, language))))
  }
}

type Redefined = { before: string | null; now: string }

const REDEFINED = `
  SELECT was.definition::TEXT AS before, made.definition::TEXT AS now
  FROM indicator AS made LEFT JOIN earlier.indicator AS was USING (position)
  WHERE made.definition IS DISTINCT FROM was.definition`

/** Whether any indicator is found by other words than in the release before it (attached as `earlier`), by the same program. */
export async function isFoundOtherwise(connection: DuckDBConnection): Promise<boolean> {
  const redefined = await rowsOf<Redefined>(connection, REDEFINED)
  return redefined.some(({ before, now }) => before === null || wordsOf(before) !== wordsOf(now))
}

const wordsOf = (definition: string): string =>
  JSON.stringify(LANGUAGES.map((language) => findable(JSON.parse(definition), language)))

/** By title and id; by its area, by what people call it, and by what it says where somebody has reviewed that. */
function findable(indicator: Indicator, language: (typeof LANGUAGES)[number]): Findable {
  const { id, title, says, matters, otherWords } = indicator
  const meaning = isOutsideCatalogue(indicator) ? [] : [says[language], matters[language]]
  return {
    id,
    title: title[language],
    more: [areaOf(indicator, language), ...meaning, ...(otherWords ?? [])].join(' '),
  }
}

const areaOf = ({ area, areaName }: Indicator, language: (typeof LANGUAGES)[number]): string =>
  (areaName ?? catalogue().areaById.get(area)?.name)?.[language] ?? ''
