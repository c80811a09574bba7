import { aggregate } from '../../api/features/aggregate/aggregate.ts'
import { aggregateParameters } from '../../api/features/aggregate/parameters.ts'
import { openRelease } from '../../api/release/open-release.ts'
import { rankedHere } from '../../api/release/ranker.ts'
import { nameOfCell } from '../../data/instruments/cells.ts'
import type { Instrument } from '../../data/instruments/definition.ts'
import type { AggregateCell } from '../../data/model/answers/aggregate.ts'
import type { Home } from '../../data/store/home.ts'
import type { Manifest } from '../../data/store/manifest.ts'
import { releaseFile } from '../../data/store/release.ts'

/** Where and when everything is looked at, and in which breakdowns. */
export interface Looked {
  places: readonly string[]
  periods: readonly string[]
  breakdowns: readonly string[]
}

/** What is shown at one place, in one period and cell. */
export interface View {
  place: string
  period: string
  cell: string
  figures: Map<string, AggregateCell>
}

const MOST_MEASURES = 60

/**
 * Everything that a release answers about an instrument, one place at a time: by the code that answers over HTTP, without
 * the way there, so that there is time to look at all of it.
 */
export async function* allShown(
  home: Home,
  about: Manifest,
  instrument: Instrument,
  looked: Looked,
): AsyncGenerator<View[]> {
  const means = { limits: { seconds: 60, concurrency: 1 }, rankLimits: rankedHere }
  const release = await openRelease(releaseFile(home, about.id), about, means)
  try {
    for (const place of looked.places) {
      const views = new Map<string, View>()
      for (const question of questionsAbout(place, instrument, looked)) {
        const { cells } = await aggregate.respond({ release, language: 'sv', question } as Asked)
        for (const cell of cells) if (cell.shown) note(views, cell)
      }
      yield [...views.values()]
    }
  } finally {
    release.close()
  }
}

function questionsAbout(places: string, { id: instrument, measures }: Instrument, { periods, breakdowns }: Looked) {
  const ids = measures.map(({ id }) => id)
  const lists = ids.flatMap((_, i) => (i % MOST_MEASURES === 0 ? [ids.slice(i, i + MOST_MEASURES).join()] : []))
  const about = { instrument, places, periods: periods.join() }
  return breakdowns.flatMap((by) =>
    lists.map((measure) => aggregateParameters.parse({ ...about, measure, ...(by && { by }) })),
  )
}

type Asked = Parameters<typeof aggregate.respond>[0]

function note(views: Map<string, View>, cell: AggregateCell): void {
  const choices = Object.entries(cell.categories).map(([dimension, category]) => ({ dimension, category }))
  const view = { place: cell.place, period: String(cell.period), cell: nameOfCell(choices) }
  const name = `${view.period} ${view.cell}`
  const known = views.get(name) ?? { ...view, figures: new Map() }
  known.figures.set(cell.measure, cell)
  views.set(name, known)
}
