import type { TemplateResult } from 'lit'
import { type ProtectedKind, placeOf } from '../../../data/model/findings/followup.ts'
import { subjectSentence, widestSentence } from '../../../data/model/findings/followup-split.ts'
import { dotPanels } from '../../charts/dot-panels.ts'
import type { Context } from '../../page/view.ts'
import { figure } from '../../parts/figure.ts'
import { followupIn } from '../../text/followup/index.ts'
import { carried } from '../followup/carried.ts'
import { faceOf } from '../followup/face.ts'
import { panelsNative } from '../followup/native.ts'
import { type Breakdown, breakdownTable, categoriesOf, hiddenIn, panelOf } from '../followup/panels.ts'
import { protectionNote } from '../followup/protection.ts'
import { aboutOf, type Divided, placementOf, SITUATION, type Ubu } from './asked.ts'

type Stem = ReturnType<typeof placementOf>[number]

const KINDS: Record<Stem, ProtectedKind> = {
  personer: 'count',
  manader_i_insats: 'mean',
  omplaceringar: 'mean',
  oplanerat_avslut: 'share',
}

/** Children and placements by module, or by what was chosen: how many, how long, how many moves, how it ended. */
export function placementFigure(ubu: Ubu, context: Context): TemplateResult {
  const { divided } = ubu
  const words = followupIn(context.lang).ubu
  const breakdowns = placementOf(ubu.occasion).map((stem) =>
    breakdownOf(ubu, stem, words.placementPanels[stem], KINDS[stem]),
  )
  const months = breakdowns.find(({ id }) => id === 'manader_i_insats')!
  const finding = subjectSentence(months, context.lang)
  return dividedFigure(
    'placeringar',
    ubu,
    { ...divided, breakdowns, finding, subtitle: words.placementSubtitle(divided.dimension.title) },
    context,
  )
}

/** School, health, plan, talks and interviews by module, or by what was chosen. */
export function dividedSituationFigure(ubu: Ubu, context: Context): TemplateResult {
  const { divided } = ubu
  const words = followupIn(context.lang).ubu
  const stems = [...SITUATION, 'barn_intervjuat', 'vardnadshavare_intervjuad'] as const
  const breakdowns = stems.map((stem) => breakdownOf(ubu, stem, words.situation[stem], 'share'))
  const finding = widestSentence(breakdowns, context.lang)
  const subtitle = words.byTitle(divided.dimension.title)
  return dividedFigure('indelning', ubu, { ...divided, breakdowns, finding, subtitle }, context)
}

type Drawn = Divided & { breakdowns: readonly Breakdown[]; finding: string; subtitle: string }

function dividedFigure(
  name: string,
  ubu: Ubu,
  { breakdowns, finding, subtitle, by, dimension }: Drawn,
  context: Context,
): TemplateResult {
  const { lang } = context
  const { scope } = ubu
  const panels = () => breakdowns.map((breakdown) => panelOf(breakdown, lang))
  return figure(
    {
      ...carried(name, by, scope, context),
      methods: ['mean-interval', 'share-interval', 'protection'],
      finding,
      subtitle: faceOf(
        {
          what: aboutOf(ubu, subtitle, context),
          seen: by.shown(
            breakdowns.map(({ id }) => `${id}_${ubu.occasion}`),
            scope.place,
          ),
          divided: dimension.id === 'kon' ? 'bySex' : 'otherwise',
          also: [followupIn(lang).dotsHave],
        },
        scope,
        context,
      ),
      table: breakdownTable(breakdowns, followupIn(lang).columns.measure, lang),
      note: protectionNote({ hidden: hiddenIn(breakdowns), protection: by.protection, divided: true }, scope, context),
      native: () => panelsNative(panels(), ['']),
      chart: (width) => dotPanels({ panels: panels(), columns: 4, row: 21, kinds: [''], lang }, { width }),
    },
    context,
  )
}

function breakdownOf(
  { scope, occasion, divided: { by, dimension } }: Ubu,
  stem: string,
  title: string,
  kind: ProtectedKind,
): Breakdown {
  const categories = categoriesOf(by, `${stem}_${occasion}`, scope.place, dimension)
  const ends = kind === 'share' ? { scale: { min: 0, max: 100 }, ticks: [0, 50, 100] } : fromZero(categories)
  return { id: stem, title, of: title, by: dimension.title, kind, categories, ...ends }
}

/** From zero to a round number just above everything that is shown. */
function fromZero(categories: Breakdown['categories']) {
  const highest = Math.max(1, ...categories.map(({ figure }) => figure.upper ?? placeOf(figure) ?? 0))
  const power = 10 ** Math.floor(Math.log10(highest))
  const max = [1, 2, 5, 10].map((step) => step * power).find((end) => end >= highest)!
  return { scale: { min: 0, max }, ticks: [0, max / 2, max] }
}
