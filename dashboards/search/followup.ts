import type { InstrumentsAnswer } from '../../data/model/answers/instruments.ts'
import { ask } from '../api-client/ask.ts'
import type { Context } from '../page/view.ts'
import { searchIn } from '../text/search/index.ts'
import type { Destination } from './destination.ts'

type Instrument = InstrumentsAnswer['instruments'][number]
type Measure = Instrument['measures'][number]

/**
 * What can be looked at of ASI and UBU: their measures, breakdowns and modules.
 * @throws AskError
 */
export async function followupDestinations(context: Context): Promise<Destination[]> {
  const { instruments } = await ask<InstrumentsAnswer>('instruments', {}, context.lang)
  return instruments.flatMap((instrument) => [
    ...(instrument.id === 'asi' ? asiMeasures : ubuMeasures)(instrument, context),
    ...splits(instrument, context),
    ...modules(instrument, context),
  ])
}

/** An area's reading at baseline, or its change: both stand on the page that is about the reading. */
const ASI = /^([a-z]+)_(skattning|oro|hjalpbehov|dagar|sammanvagt)_(grund|forandring)$/

function asiMeasures({ id, measures }: Instrument, { lang }: Context): Destination[] {
  return measures.flatMap((measure) => {
    const [, focus, reading, when] = ASI.exec(measure.id) ?? []
    if (focus === undefined || reading === undefined) return []
    const at = when === 'grund' ? { at: 'focus-title' } : {}
    return [measured(id, measure.title, measure, { focus, reading, ...at }, lang)]
  })
}

/** A closing has most of the yearly measures too: each is found once, and the page changes between the two. */
function ubuMeasures({ id, measures }: Instrument, { lang }: Context): Destination[] {
  const found = new Map<string, Destination>()
  for (const measure of measures) {
    const title = measure.title.replace(/ \([^()]*\)$/, '')
    const reading = measure.id.includes('_4_5_') ? 'hoga' : ''
    const occasion = measure.interview === 'closing' ? 'avslut' : ''
    if (!found.has(title)) found.set(title, measured(id, title, measure, { reading, occasion, module: '' }, lang))
  }
  return [...found.values()]
}

function measured(
  instrument: string,
  label: string,
  { id }: Measure,
  change: Destination['change'],
  lang: Context['lang'],
): Destination {
  const note = searchIn(lang).kinds.measure(instrument.toUpperCase())
  return { value: `measure-${instrument}-${id}`, label, note, change: { view: instrument, ...change } }
}

function splits({ id, dimensions }: Instrument, { lang }: Context): Destination[] {
  const { kinds, splitBy } = searchIn(lang)
  const name = id.toUpperCase()
  return dimensions.map((dimension) => ({
    value: `split-${id}-${dimension.id}`,
    label: splitBy(name, dimension.title),
    note: kinds.split(name),
    change: { view: id, split: dimension.id, module: '' },
  }))
}

function modules({ id, dimensions }: Instrument, { lang }: Context): Destination[] {
  const categories = dimensions.find((dimension) => dimension.id === 'modul')?.categories ?? []
  return categories.map((module) => ({
    value: `module-${id}-${module.id}`,
    label: module.title,
    note: searchIn(lang).kinds.module(id.toUpperCase()),
    change: { view: id, module: module.id, split: '' },
  }))
}
