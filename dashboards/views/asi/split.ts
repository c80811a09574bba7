import { nothing, type TemplateResult } from 'lit'
import { widestSentence } from '../../../data/model/findings/followup-split.ts'
import { type DotPanels, dotPanels } from '../../charts/dot-panels.ts'
import type { Panel } from '../../charts/panel.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried } from '../followup/carried.ts'
import { faceOf } from '../followup/face.ts'
import { panelsNative } from '../followup/native.ts'
import { type Breakdown, breakdownTable, categoriesOf, dotOf, hiddenIn, panelOf } from '../followup/panels.ts'
import { protectionNote } from '../followup/protection.ts'
import { dimensionOf } from '../followup/scope.ts'
import { type Area, baselineOf, scaleOf, smallTicks, unitOf } from './areas.ts'
import type { Asi } from './asked.ts'

/** The seven areas by the breakdown that was chosen: an area a panel, a category a row, the sexes beside each other. */
export function splitFigure(asi: Asi, context: Context): TemplateResult | typeof nothing {
  const { split, scope, undivided, reading, areas } = asi
  if (!split) return nothing
  const { lang } = context
  const words = followupIn(lang)
  const by = byWords(split.id, asi)
  const breakdowns = areas.flatMap((area) => breakdownsOf(area, asi))
  return figure(
    {
      ...carried('uppdelning', split.cells, scope, context),
      methods: ['mean-interval', 'protection'],
      finding: widestSentence(breakdowns, lang),
      subtitle: faceOf(
        {
          what: words.asi.splitSubtitle(words.asi.readings[reading], unitOf(asi), by),
          seen: split.cells.shown(areas.map((area) => baselineOf(area, reading))),
          divided: split.id.startsWith('kon') ? 'bySex' : 'otherwise',
          also: [words.intervals],
        },
        scope,
        context,
      ),
      table: breakdownTable(breakdowns, words.columns.area, lang),
      note: protectionNote(
        { hidden: hiddenIn(breakdowns), protection: undivided.protection, divided: true },
        scope,
        context,
      ),
      native: () => {
        const { panels, kinds } = drawn(asi, context)
        return panelsNative(panels, kinds)
      },
      chart: (width) => dotPanels({ ...drawn(asi, context), columns: 4, row: 20, lang }, { width }),
    },
    context,
  )
}

function byWords(id: string, { scope }: Asi): string {
  return id
    .split(',')
    .map((one) => dimensionOf(scope, one).title)
    .join(' × ')
}

/** One dimension gives a breakdown an area; sex beside another gives one an area and sex. */
function breakdownsOf(area: Area, { scope, split, reading }: Asi): Breakdown[] {
  const measure = baselineOf(area, reading)
  const [first, second] = split!.id.split(',').map((id) => dimensionOf(scope, id))
  const drawing = {
    id: area.id,
    of: area.title,
    kind: 'mean',
    ...scaleOf(reading),
    ticks: smallTicks(reading),
  } as const
  if (!second)
    return [
      {
        ...drawing,
        title: area.title,
        by: first!.title,
        categories: categoriesOf(split!.cells, measure, scope.place, first!),
      },
    ]
  return first!.categories.map((sex) => ({
    ...drawing,
    title: `${area.title}, ${sex.title.toLowerCase()}`,
    of: `${area.title} (${sex.title.toLowerCase()})`,
    by: second.title,
    categories: second.categories.map(({ id, title }) => ({
      ...{ id, title },
      figure: split!.cells.figure(measure, scope.place, { [first!.id]: sex.id, [second.id]: id }),
    })),
  }))
}

function drawn(asi: Asi, { lang }: Context): Pick<DotPanels, 'panels' | 'kinds'> {
  const [first, second] = asi.split!.id.split(',').map((id) => dimensionOf(asi.scope, id))
  if (!second)
    return {
      panels: asi.areas.flatMap((area) => breakdownsOf(area, asi).map((one) => panelOf(one, lang))),
      kinds: [''],
    }
  return {
    panels: asi.areas.map((area) => crossedPanel(area, asi, lang)),
    kinds: first!.categories.map(({ title }) => title),
  }
}

/** The sexes of an area in one panel, a kind of dot each. */
function crossedPanel(area: Area, asi: Asi, lang: Context['lang']): Panel {
  const bySex = breakdownsOf(area, asi)
  const { scale, ticks, categories } = bySex[0]!
  const rows = categories.map(({ id, title }, row) => ({
    ...{ id, title },
    dots: bySex.map((sex, at) => dotOf(sex.categories[row]!.figure, at, 'mean', `${sex.of}, ${title}`, lang)),
  }))
  return { id: area.id, title: area.title, rows, scale, ticks }
}
