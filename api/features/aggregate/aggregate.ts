import type { Measure } from '../../../data/instruments/definition.ts'
import { endsOf, sharesBeside } from '../../../data/instruments/items.ts'
import { AggregateAnswer } from '../../../data/model/answers/aggregate.ts'
import type { Localized } from '../../../data/model/localized.ts'
import type { Language } from '../../language.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'
import { measureIn } from '../instruments/catalogue.ts'
import { cellsOf, type Sources } from './answer.ts'
import { kinOf } from './families.ts'
import { aggregateParameters } from './parameters.ts'
import { nonResponseOf, partsOf } from './parts.ts'
import { type Understood, understood } from './question.ts'
import { REFUSAL } from './refusal.ts'
import { tableOf } from './table.ts'

const PROTECTION: Localized = {
  sv: 'Antal visas avrundade till närmaste femtal och är dessutom justerade med en liten slump, så ingen siffra är exakt. Samma fråga ger alltid samma svar för alla, könen stämmer med totalen så när som på avrundning, andra delar behöver inte göra det. En grupp visas bara om både gruppen och de som blir över är tillräckligt många. Andelar och medelvärden räknas på de skyddade talen, och andelar nära 0 eller 100 procent visas som ”under” eller ”över”.',
  en: 'Counts are shown to the nearest five and are adjusted by a little chance as well, so no figure is exact. The same question always gives everyone the same answer; the sexes agree with the total but for rounding, other parts need not. A group is shown only where both the group and those left over are enough. Shares and means are computed on the protected numbers, and shares near 0 or 100 per cent are shown as “under” or “over”.',
}

const SOURCES = {
  real: { sv: 'Kommunernas egna uttag', en: 'Extracts of the municipalities themselves' },
  sample: { sv: 'Påhittade exempeldata', en: 'Invented sample data' },
} satisfies Record<string, Localized>

const PROCESSING: Localized = {
  sv: 'Egen bearbetning med röjandekontroll',
  en: 'Own processing with disclosure control',
}

export const aggregate = feature({
  path: '/aggregate',
  right: 'followup.read',
  summary: {
    sv: 'Skyddade gruppsiffror ur ASI och UBU: antal, andelar, medelvärden, fördelningar och förändring',
    en: 'Protected group figures from ASI and UBU: counts, shares, means, distributions and change',
  },
  parameters: aggregateParameters,
  answer: AggregateAnswer,
  refusal: REFUSAL,
  async respond({ release, question: asked, language }): Promise<AggregateAnswer> {
    const question = understood(asked, release, language)
    const sources = await sourcesOf(release, question)
    return {
      instrument: question.instrument.id,
      measures: question.measures.map((measure) => measureIn(language, measure)),
      cells: question.measures.flatMap((measure) => cellsOf(question, sources(measure), language)),
      protection: PROTECTION[language],
      ...provenance(release, language),
    }
  },
  table: tableOf,
})

/** What a follow-up figure rests on: the municipalities' extracts, or invented persons. */
export function provenance({ about }: OpenRelease, language: Language) {
  return {
    source: SOURCES[about.sample ? 'sample' : 'real'][language],
    processing: PROCESSING[language],
    release: about.id,
    sample: about.sample,
  }
}

/** For each measure what its cells are made from, read once for all of them. */
async function sourcesOf(release: OpenRelease, question: Understood): Promise<(measure: Measure) => Sources> {
  const { instrument, measures } = question
  const rate = instrument.measures.find(({ derivation }) => derivation.value === 'followedUp')
  const ends = measures.flatMap((measure) => Object.values(endsOf(instrument.measures, measure) ?? {}))
  const needed = [...new Set([...measures, ...ends, ...(rate ? [rate] : [])])]
  const items = new Map(needed.map((measure) => [measure, sharesBeside(instrument.measures, measure)]))
  const ids = new Set([...items].flatMap(([measure, beside]) => [measure, ...beside]).map(({ id }) => id))
  const [parts, nonResponse] = await Promise.all([
    partsOf(release, withFamilies(question), [...ids]),
    nonResponseOf(release, question),
  ])
  const source = (measure: Measure) => ({ measure, parts: parts(measure.id) })
  const made = new Map<Measure, Sources>()
  const sources = (measure: Measure): Sources => {
    const known = made.get(measure)
    if (known) return known
    const of = endsOf(instrument.measures, measure)
    const one: Sources = {
      ...source(measure),
      instrument,
      item: items.get(measure)!.map(source),
      ends: of && { of: sources(of.of), minus: sources(of.minus) },
      followUp: measure.interview === 'change' && rate && rate !== measure ? sources(rate) : null,
      nonResponse: (municipality: string, year: number) => nonResponse(measure.id, municipality, year),
      figures: new Map(),
      judged: new Map(),
    }
    made.set(measure, one)
    return one
  }
  return sources
}

/** The question with the wholes and sexes of its cells: whether one of them is shown depends on the others. */
function withFamilies(question: Understood): Understood {
  const kin = question.cells.flatMap((cell) => kinOf(question.instrument, cell) ?? [])
  return { ...question, cells: [...question.cells, ...kin.flatMap(({ whole, sexes }) => [whole, ...sexes])] }
}
