import type { Category, Instrument, Measure } from '../../../data/instruments/definition.ts'
import { decimalsOf } from '../../../data/instruments/items.ts'
import type { CatalogueMeasure, InstrumentsAnswer } from '../../../data/model/answers/instruments.ts'
import type { Language } from '../../language.ts'

/** A measure as the catalogue shows it. */
export function measureIn(language: Language, measure: Measure): CatalogueMeasure {
  const { id, title, kind, scale, direction, unit, interview, steps, assumes, note } = measure
  return {
    id,
    title: title[language],
    kind,
    scale: kind === 'count' ? null : scale,
    direction,
    unit: unit[language],
    decimals: decimalsOf(measure),
    interview,
    steps: steps?.map((step) => ({ ...step, title: step.title[language] })) ?? null,
    assumes: assumes ?? null,
    note: note?.[language] ?? null,
  }
}

/** An instrument as the catalogue shows it: nothing in it comes from data. */
export function instrumentIn(language: Language, instrument: Instrument): InstrumentsAnswer['instruments'][number] {
  const titled = ({ id, title }: Pick<Category, 'id' | 'title'>) => ({ id, title: title[language] })
  return {
    id: instrument.id,
    name: instrument.name[language],
    kinds: instrument.kinds.map(titled),
    measures: instrument.measures.map((measure) => measureIn(language, measure)),
    dimensions: instrument.dimensions.map((dimension) => ({
      ...titled(dimension),
      categories: dimension.categories.map(titled),
    })),
    crossings: instrument.crossings,
  }
}
