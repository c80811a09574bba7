import type { Interviewed, RatedBy, RatingGap, Respondent } from '../../../data/model/findings/followup-children.ts'
import type { Context } from '../../page/view.ts'
import { followupIn } from '../../text/followup/index.ts'
import { askCells, type Cells } from '../followup/cells.ts'
import { type Dimension, dimensionOf, isLacking, type Lacking, layScope, type Scope } from '../followup/scope.ts'

export type Occasion = 'arlig' | 'avslut'

/** Everything that the page on UBU shows. */
export type Ubu = {
  scope: Scope
  occasion: Occasion
  /** The module that the figures are about; null for all of them. */
  module: { id: string; title: string } | null
  undivided: Cells
  /** By what the children are divided: the modules where nothing else is chosen, or the one module that is. */
  divided: Divided
}

/** The children divided by a dimension. */
export type Divided = { dimension: Dimension; by: Cells }

export const RESPONDENTS: readonly Respondent[] = ['barn', 'vardnadshavare', 'socialsekreterare']
const RATINGS = ['trygghet', 'trivsel', 'delaktighet', 'skola', 'halsa', 'familjekontakt', 'maluppfyllelse'] as const

/** Shares of the children's situation that are better the higher. */
export const SITUATION = [
  'skolgang_enligt_plan',
  'lakarundersokning',
  'tandvard',
  'genomforandeplan',
  'samtal_minst_4',
] as const
const INTERVIEWED = ['barn_intervjuat', 'vardnadshavare_intervjuad'] as const
const PLACEMENT = ['personer', 'manader_i_insats', 'omplaceringar'] as const

/** What is told of placements; only a closing can tell how something ended. */
export const placementOf = (occasion: Occasion) =>
  occasion === 'avslut' ? ([...PLACEMENT, 'oplanerat_avslut'] as const) : PLACEMENT

/** @throws AskError */
export async function askUbu(context: Context): Promise<Ubu | Lacking> {
  const { state, lang } = context
  const occasion = state.occasion === 'avslut' ? 'avslut' : 'arlig'
  const scope = await layScope('ubu', `personer_${occasion}`, `personer_${occasion}`, context)
  if (isLacking(scope)) return scope
  const module = dimensionOf(scope, 'modul').categories.find(({ id }) => id === state.module) ?? null
  const where = module ? `modul:${module.id}` : ''
  const question = { instrument: 'ubu', period: scope.period, where }
  const { place, group } = scope
  const [undivided, divided] = await Promise.all([
    askCells({ ...question, measures: undividedMeasures(occasion), spots: group ? [place, group] : [place] }, lang),
    module ? null : askDivided(scope, occasion, context),
  ])
  return { scope, occasion, module, undivided, divided: divided ?? withinModule(scope, module!, undivided) }
}

/** Beside a module nothing else is told: a module is a division of its own. */
const withinModule = (scope: Scope, module: Dimension['categories'][number], by: Cells): Divided => ({
  dimension: { ...dimensionOf(scope, 'modul'), categories: [module] },
  by,
})

async function askDivided(scope: Scope, occasion: Occasion, { state, lang }: Context): Promise<Divided> {
  const chosen = scope.instrument.dimensions.find(({ id }) => id === state.split)
  const dimension = chosen ?? dimensionOf(scope, 'modul')
  const question = { instrument: 'ubu', period: scope.period, where: '', spots: [scope.place] }
  const measures = dividedMeasures(occasion)
  return { dimension, by: await askCells({ ...question, measures, by: dimension.id }, lang) }
}

function undividedMeasures(occasion: Occasion): string[] {
  const rated = RESPONDENTS.flatMap((who) => RATINGS.flatMap((rating) => [`${who}_${rating}`, `${who}_${rating}_4_5`]))
  const gaps = RATINGS.map((rating) => `glapp_${rating}`)
  return [...placementOf(occasion), ...SITUATION, ...INTERVIEWED, ...rated, ...gaps].map(
    (stem) => `${stem}_${occasion}`,
  )
}

const dividedMeasures = (occasion: Occasion): string[] =>
  [...placementOf(occasion), ...SITUATION, ...INTERVIEWED].map((stem) => `${stem}_${occasion}`)

/** A figure of the place. */
export const figureOf = ({ undivided, scope, occasion }: Ubu, stem: string) =>
  undivided.figure(`${stem}_${occasion}`, scope.place)

/** What a rating is about, as the catalogue calls it: the word after the colon of the gap's title. */
function ratingTitle({ undivided, occasion }: Ubu, rating: string): string {
  const title = undivided.measure(`glapp_${rating}_${occasion}`)?.title ?? rating
  return title
    .split(': ')
    .at(-1)!
    .replace(/ \(.*\)$/, '')
}

/** How many children and guardians answered: stands beside their answers always. */
export const interviewedOf = (ubu: Ubu): Interviewed => ({
  barn: figureOf(ubu, 'barn_intervjuat'),
  vardnadshavare: figureOf(ubu, 'vardnadshavare_intervjuad'),
})

export const gapsOf = (ubu: Ubu): RatingGap[] =>
  RATINGS.map((id) => ({ id, title: ratingTitle(ubu, id), gap: figureOf(ubu, `glapp_${id}`) }))

const ratingMeasure = (who: Respondent, rating: string, high: boolean, { occasion }: Ubu): string =>
  `${who}_${rating}${high ? '_4_5' : ''}_${occasion}`

/** Every rating of every respondent: means, or shares that rate 4 or 5. */
export const ratingMeasures = (ubu: Ubu, high: boolean): string[] =>
  RESPONDENTS.flatMap((who) => RATINGS.map((rating) => ratingMeasure(who, rating, high, ubu)))

/** The ratings by respondent: means, or shares that rate 4 or 5; of the place, or of those it is compared with. */
export function ratingsOf(ubu: Ubu, high: boolean, spot = ubu.scope.place): RatedBy[] {
  return RATINGS.map((id) => ({
    id,
    title: ratingTitle(ubu, id),
    by: Object.fromEntries(
      RESPONDENTS.map((who) => [who, ubu.undivided.figure(ratingMeasure(who, id, high, ubu), spot)]),
    ) as RatedBy['by'],
  }))
}

/** What a figure of the page is about, with the occasion, and the module where one is chosen. */
export function aboutOf({ occasion, module }: Ubu, what: string, { lang }: Context): string {
  const when = followupIn(lang).ubu.occasions[occasion].toLowerCase()
  return [what, when, module?.title].filter(Boolean).join(', ')
}
