import type { TemplateResult } from 'lit'
import { splitSentence, widestSentence } from '../../../data/model/findings/followup-split.ts'
import { dotPanels } from '../../charts/dot-panels.ts'
import { equalParts } from '../../charts/equal-parts.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried } from '../followup/carried.ts'
import { faceOf } from '../followup/face.ts'
import { panelNative, panelsNative } from '../followup/native.ts'
import { type Breakdown, breakdownTable, categoriesOf, hiddenIn, panelOf, spotsOf } from '../followup/panels.ts'
import { protectionNote } from '../followup/protection.ts'
import { dimensionOf } from '../followup/scope.ts'
import { type Area, baselineOf, focusedArea, scaleOf, smallTicks, unitOf } from './areas.ts'
import { type Asi, GRID } from './asked.ts'

const MUNICIPALITY = 'kommun'
const SEX = 'kon'

/** An area's reading by municipality, sex, age and main drug, as far as they can be asked. */
function breakdownsOf(area: Area, asi: Asi, context: Context): Breakdown[] {
  const { scope, members, byMember, by } = asi
  const measure = baselineOf(area, asi.reading)
  const words = followupIn(context.lang).asi
  const municipalities = byMember
    ? [
        {
          id: MUNICIPALITY,
          by: words.byMunicipality,
          categories: spotsOf(byMember, measure, members),
          strong: scope.place.id,
        },
      ]
    : []
  const dimensions = GRID.map((id) => {
    const dimension = dimensionOf(scope, id)
    return { id, by: dimension.title, categories: categoriesOf(by.get(id)!, measure, scope.place, dimension) }
  })
  return [...municipalities, ...dimensions].map((breakdown) => ({
    ...breakdown,
    of: area.title,
    kind: 'mean',
    title: words.panel(area.title, words.shortly[breakdown.id]!),
    ...scaleOf(asi.reading),
    ticks: smallTicks(asi.reading),
  }))
}

const KINDS: Readonly<Record<string, string>> = {
  kommun: 'kommuner',
  kon: 'kon',
  aldersgrupp: 'alder',
  dominerande_preparat: 'preparat',
}

/** One card for each way of dividing the area that is looked at more closely. */
export function focusFigures(asi: Asi, context: Context): TemplateResult[] {
  const { scope, undivided, byMember, by, reading } = asi
  const { lang, state } = context
  const words = followupIn(lang)
  const area = focusedArea(asi.areas, state.focus)
  return breakdownsOf(area, asi, context).map((breakdown) => {
    const cells = breakdown.id === MUNICIPALITY ? byMember! : by.get(breakdown.id)!
    const panel = () => panelOf({ ...breakdown, title: '' }, lang)
    return figure(
      {
        ...carried(KINDS[breakdown.id]!, cells, scope, context),
        methods: ['mean-interval', 'protection'],
        finding: splitSentence(breakdown, lang),
        subtitle: faceOf(
          {
            what: words.asi.focusSubtitle(area.title, words.asi.readings[reading], unitOf(asi), breakdown.by),
            ...(breakdown.id === MUNICIPALITY && { where: dividedInto(asi) }),
            seen: cells.shown([baselineOf(area, reading)]),
            divided: breakdown.id === SEX ? 'bySex' : 'otherwise',
            also: [words.intervals],
          },
          scope,
          context,
        ),
        table: breakdownTable([breakdown], words.columns.area, lang),
        note: protectionNote({ hidden: hiddenIn([breakdown]), protection: undivided.protection }, scope, context),
        native: () => panelNative(panel(), [''], words.asi.readings[reading]),
        chart: (width) => dotPanels({ panels: [panel()], columns: 1, row: 20, kinds: [''], lang }, { width }),
      },
      context,
    )
  })
}

/** The group whose municipalities are shown each by itself. */
const dividedInto = ({ scope: { place, group } }: Asi): string => (place.isGroup || !group ? place.name : group.name)

/** FoU-Nordväst's own grid: the seven areas, each by municipality, sex, age and main drug. */
export function gridFigure(asi: Asi, context: Context): TemplateResult {
  const { scope, undivided, reading, areas, by, members } = asi
  const { lang } = context
  const words = followupIn(lang)
  const breakdowns = areas.flatMap((area) => breakdownsOf(area, asi, context))
  const columns = GRID.length + (members.length > 0 ? 1 : 0)
  const panels = () => breakdowns.map((breakdown) => panelOf(breakdown, lang))
  return figure(
    {
      ...carried('rutnat', by.get('kon')!, scope, context),
      methods: ['mean-interval', 'protection'],
      finding: widestSentence(
        breakdowns.filter(({ id }) => id !== MUNICIPALITY),
        lang,
      ),
      subtitle: faceOf(
        {
          what: words.asi.gridSubtitle(words.asi.readings[reading], unitOf(asi)),
          seen: [...by.values()].flatMap((cells) => cells.shown(areas.map((area) => baselineOf(area, reading)))),
          divided: 'bySex',
          also: [words.intervals],
        },
        scope,
        context,
      ),
      table: breakdownTable(breakdowns, words.columns.area, lang),
      note: protectionNote({ hidden: hiddenIn(breakdowns), protection: undivided.protection }, scope, context),
      native: () => panelsNative(panels(), [''], columns),
      chart: (width) => dotPanels({ panels: panels(), columns, kinds: [''], lang }, { width }),
      // The panels of an area are a row, which a sheet of paper does not break.
      sheets: {
        draw: (width) =>
          equalParts(panels(), columns).map((row) => dotPanels({ panels: row, columns, kinds: [''], lang }, { width })),
        tooMany: '',
      },
    },
    context,
  )
}
