import type { Indicator } from '../../data/model/indicator.ts'
import type { Localized } from '../../data/model/localized.ts'
import type { Language } from '../language.ts'
import type { OpenRelease } from '../release/open-release.ts'

/** Who published raw values, by the word that stands for it in questions and in the release. */
const SOURCES = {
  kolada: { sv: 'Kolada', en: 'Kolada' },
  oj: { sv: 'Öppna jämförelser', en: 'Öppna jämförelser' },
  indicators: { sv: 'Egna uppgifter', en: 'Own figures' },
  sample: { sv: 'Påhittade exempeldata', en: 'Invented sample data' },
} satisfies Record<string, Localized>
type SourceWord = keyof typeof SOURCES
const PROCESSING: Localized = {
  sv: 'Egen bearbetning: medelvärden, kvartiler, rang, intervall och jämförelser',
  en: 'Own processing: means, quartiles, ranks, intervals and comparisons',
}

type Provenance = { source: string; processing: string; release: string; sample: boolean }

/**
 * What stands at the top level of every answer with figures; `sources` are those of the values shown. Where none is shown, the
 * sources of the indicators that were `asked` for.
 */
export function provenanceOf(
  release: OpenRelease,
  language: Language,
  sources: Iterable<string | null>,
  asked: Iterable<Indicator> = release.indicators.values(),
): Provenance {
  const { id, sample } = release.about
  const shown = [...sources].filter((source) => source !== null)
  const words = new Set(shown.length > 0 ? shown : [...asked].map(sourceOf))
  const named = [...words].map((word) => nameOfSource(word, language))
  return {
    source: sample ? SOURCES.sample[language] : named.sort().join(', '),
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

/** The words that stand for sources of figures. */
export const sourceWords = (Object.keys(SOURCES) as SourceWord[]).filter((word) => word !== 'sample')

/** The word that stands for an indicator's source. */
export const sourceOf = ({ source }: Indicator): SourceWord =>
  sourceWords.find((word) => SOURCES[word].sv === source) ?? 'kolada'

export const nameOfSource = (source: string, language: Language): string =>
  source in SOURCES ? SOURCES[source as SourceWord][language] : source
