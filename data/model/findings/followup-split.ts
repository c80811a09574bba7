import { asSentence, type Lang } from '../numbers.ts'
import { joined, say } from './finding.ts'
import {
  differ,
  inText,
  leading,
  type ProtectedFigure,
  type ProtectedKind,
  pairsAmong,
  placeOf,
  writeProtected,
} from './followup.ts'

/** A category of a dimension with its figure; `name` where the title is a name, which keeps its capital letter. */
export type CategoryFigure = { id: string; title: string; figure: ProtectedFigure; name?: boolean }

/** A measure broken down: `of` is what it measures ("Alkohol"), `by` the dimension ("kön"). */
export type Split = { of: string; by: string; kind: ProtectedKind; categories: readonly CategoryFigure[] }

/** The shown categories, highest first. */
function ordered({ categories }: Pick<Split, 'categories'>): CategoryFigure[] {
  const shown = categories.filter(({ figure }) => figure.value !== null)
  return shown.sort((a, b) => placeOf(b.figure)! - placeOf(a.figure)!)
}

/** The highest and the lowest of the shown categories; null where fewer than two are shown. */
function extremes(split: Pick<Split, 'categories'>): [CategoryFigure, CategoryFigure] | null {
  const shown = ordered(split)
  return shown.length < 2 ? null : [shown[0]!, shown.at(-1)!]
}

/** What a breakdown says: which categories lie beyond doubt over and under all others, else that two differ, or none. */
export function splitSentence(split: Split, lang: Lang): string {
  const ends = extremes(split)
  const by = split.by.toLowerCase()
  if (!ends) return aloneSentence(split, by, lang)
  if (!differ(ends[0].figure, ends[1].figure, pairsOf(split)))
    return say(lang, `Ingen säker skillnad efter ${by}`, `No clear difference by ${by}`)
  const shown = ordered(split)
  const [high, low] = [shown, shown.toReversed()].map((from) =>
    named(
      leading(from, ({ figure }) => figure),
      split,
      lang,
    ),
  )
  if (high && low) return say(lang, `Högst ${high}, lägst ${low}`, `Highest ${high}, lowest ${low}`)
  if (high) return say(lang, `Högst ${high}`, `Highest ${high}`)
  if (low) return say(lang, `Lägst ${low}`, `Lowest ${low}`)
  const [one, other] = ends.map((end) => named([end], split, lang)) as [string, string]
  return asSentence(say(lang, `${one} ligger över ${other}`, `${one} lies above ${other}`))
}

/** Categories with their figures: `cannabis (5,6) och heroin (5,4)`. */
function named(categories: readonly CategoryFigure[], { kind }: Split, lang: Lang): string {
  const each = categories.map(
    (one) => `${one.name ? one.title : inText(one.title)} (${writeProtected(one.figure, kind, lang)})`,
  )
  return joined(each, lang)
}

/** Where there is nothing to compare: the only one that is shown, or that none is. */
function aloneSentence(split: Split, by: string, lang: Lang): string {
  if (ordered(split).length === 0) return say(lang, `För få att visa efter ${by}`, `Too few to show by ${by}`)
  const only = named(ordered(split), split, lang)
  if (split.categories.length === 1) return only
  return say(lang, `Bara ${only} kan visas`, `Only ${only} can be shown`)
}

/** How many pairs the shown categories make: the highest and the lowest are picked out of so many. */
const pairsOf = ({ categories }: Pick<Split, 'categories'>): number =>
  pairsAmong(categories.filter(({ figure }) => figure.value !== null).length)

/** The same with what it is about before it: `Månader i insatsen: högst Familjehem (34,2), lägst …`. */
export function subjectSentence(split: Split, lang: Lang): string {
  const stated = splitSentence(split, lang)
  return `${split.of}: ${stated.charAt(0).toLowerCase()}${stated.slice(1)}`
}

/** Of several breakdowns one whose ends differ by more than chance can make among them all: that which is drawn widest. */
export function widestSentence(splits: readonly Split[], lang: Lang): string {
  const pairs = splits.reduce((sum, split) => sum + pairsOf(split), 0)
  const [widest] = splits
    .flatMap((split) => {
      const ends = extremes(split)
      return ends && differ(ends[0].figure, ends[1].figure, pairs) ? [{ split, ends, reach: distance(ends) }] : []
    })
    .sort((a, b) => b.reach - a.reach)
  if (!widest)
    return splits.some((split) => extremes(split))
      ? say(lang, 'Inga säkra skillnader mellan grupperna', 'No clear differences between the groups')
      : say(lang, 'För få grupper kan visas för att jämföras', 'Too few groups can be shown to be compared')
  const { split, ends } = widest
  const [high, low] = ends.map((end) => named([end], split, lang))
  const by = split.by.toLowerCase()
  const stated = say(lang, `${split.of} skiljer sig efter ${by}`, `${split.of} differs by ${by}`)
  return asSentence(`${stated}: ${say(lang, `${high} mot ${low}`, `${high} against ${low}`)}`)
}

const distance = ([high, low]: [CategoryFigure, CategoryFigure]): number => placeOf(high.figure)! - placeOf(low.figure)!
