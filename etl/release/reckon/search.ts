import type { DuckDBConnection } from '@duckdb/node-api'
import { catalogue } from '../../../data/catalogue/index.ts'
import { type Indicator, isOutsideCatalogue } from '../../../data/model/indicator.ts'
import { type Findable, indexOf } from '../../../data/model/search-index.ts'
import { writeSearchIndex } from '../../../data/store/release-search.ts'

/** Writes where the words of all indicators stand, so that any of them is found at once. */
export async function writeSearch(connection: DuckDBConnection, indicators: readonly Indicator[]): Promise<void> {
  for (const language of ['sv', 'en'] as const) {
    await writeSearchIndex(connection, language, indexOf(indicators.map((one) => findable(one, language))))
  }
}

/** By title and id; by its area, by what people call it, and by what it says where somebody has reviewed that. */
function findable(indicator: Indicator, language: 'sv' | 'en'): Findable {
  const { id, title, says, matters, otherWords } = indicator
  const meaning = isOutsideCatalogue(indicator) ? [] : [says[language], matters[language]]
  return {
    id,
    title: title[language],
    more: [areaOf(indicator, language), ...meaning, ...(otherWords ?? [])].join(' '),
  }
}

const areaOf = ({ area, areaName }: Indicator, language: 'sv' | 'en'): string =>
  (areaName ?? catalogue().areaById.get(area)?.name)?.[language] ?? ''
