import type { AggregateCell } from '../../../data/model/answers/aggregate.ts'
import { about } from '../../../data/model/findings/followup.ts'
import { type Lang, writeNumber } from '../../../data/model/numbers.ts'
import type { Context } from '../../page/view.ts'
import { followupIn } from '../../text/followup/index.ts'
import { countsPersonYears, printedPeriod, type Scope } from './scope.ts'
import { answeredAs, type Spot } from './spots.ts'

/** What a figure is about, as its face says it. */
type About = {
  /** What is measured, with its unit. */
  what: string
  /** Whose figures they are, where not the place's: the group whose municipalities are shown. */
  where?: string
  /** Everything shown in the figure: its own places' and the group's. */
  seen: readonly AggregateCell[]
  /** Each figure is of a part only, so that the base is told by part. */
  divided?: 'bySex' | 'otherwise' | false
  /** What else the reader needs: marks, lines, cautions. */
  also?: readonly string[]
}

/**
 * The subtitle of a figure: what, where, when and of whom; on how many persons; and how many of the municipalities or
 * years of a group or a run it holds. So it stands wherever the figure ends up.
 */
export function faceOf(figure: About, scope: Scope, { lang }: Context): string {
  const words = followupIn(lang)
  const { place, group, period } = scope
  const { what, where = place.name, seen, divided = false, also = [] } = figure
  const sexes = divided === 'bySex' ? '' : words.everySex
  const whole = group && place.id !== group.id ? [place, group] : [place]
  return [
    [what, `${where} ${printedPeriod(period)}`, sexes].filter(Boolean).join(', '),
    baseOf(ownOf(seen, scope), scope, divided !== false, lang),
    ...whole.map((spot) => coverageOf(seen, spot)),
    ...also,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What is told of the place itself; of its municipalities where the figure is of those. */
function ownOf(seen: readonly AggregateCell[], { place, group }: Scope): AggregateCell[] {
  const own = seen.filter((cell) => cell.place === answeredAs(place))
  return own.length > 0 ? own : seen.filter((cell) => !group || cell.place !== answeredAs(group))
}

/** `underlag omkring 140–145 personer`: the least and the most that any of its figures rests on. */
function baseOf(cells: readonly AggregateCell[], scope: Scope, divided: boolean, lang: Lang): string {
  const words = followupIn(lang)
  const counts = cells.flatMap(({ count }) => count ?? [])
  if (counts.length === 0) return ''
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  const range = least === most ? about(most, lang) : `${about(least, lang)}–${writeNumber(most, 0, lang)}`
  return words.base(range, countsPersonYears(scope), divided)
}

/** `FoU Nordväst: 6–7 av 8 kommuner`; empty of one municipality's year. */
function coverageOf(seen: readonly AggregateCell[], spot: Spot): string {
  const covered = seen
    .flatMap(({ place, coverage }) => (place === answeredAs(spot) && coverage ? [coverage] : []))
    .sort((a, b) => a.shown - b.shown)
  const [least, most] = [covered[0], covered.at(-1)]
  if (!least || !most) return ''
  return `${spot.name}: ${least.shown === most.shown ? '' : `${least.shown}–`}${most.text}`
}
