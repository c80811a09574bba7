import type { Localized } from '../../data/model/localized.ts'
import type { Language } from '../language.ts'
import type { OpenRelease } from '../release/open-release.ts'

const SOURCES: Record<string, Localized> = {
  kolada: { sv: 'Kolada', en: 'Kolada' },
  oj: { sv: 'Öppna jämförelser, Socialstyrelsen och SKR', en: 'Öppna jämförelser, Socialstyrelsen and SKR' },
  indicators: { sv: 'Kommunens egna uppgifter', en: "The municipality's own figures" },
}
const SAMPLE: Localized = { sv: 'Påhittade exempeldata', en: 'Invented sample data' }
const PROCESSING: Localized = {
  sv: 'Egen bearbetning: medelvärden, kvartiler, rang, intervall och jämförelser',
  en: 'Own processing: means, quartiles, ranks, intervals and comparisons',
}

type Provenance = { source: string; processing: string; release: string; sample: boolean }

/** What stands at the top level of every answer with figures; `sources` are those of the values shown. */
export function provenanceOf(release: OpenRelease, language: Language, sources: Iterable<string | null>): Provenance {
  const { id, sample } = release.about
  const named = [...new Set(sources)].filter((source) => source !== null).map((source) => sourceName(source, language))
  return {
    source: sample ? SAMPLE[language] : named.sort().join(', ') || SOURCES.kolada![language],
    processing: PROCESSING[language],
    release: id,
    sample,
  }
}

/** The same four for each row of a table. */
export const originOf = ({ source, processing, release, sample }: Provenance) => ({
  source,
  processing,
  release,
  sample,
})

export const sourceName = (source: string, language: Language): string => SOURCES[source]?.[language] ?? source
