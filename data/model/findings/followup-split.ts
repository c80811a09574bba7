import { asSentence, type Lang, swedishOrder } from '../numbers.ts'
import { joined, say } from './finding.ts'
import {
  differ,
  inText,
  type ProtectedFigure,
  type ProtectedKind,
  pairsAmong,
  placeOf,
  writeProtected,
  writtenAlike,
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

/** Those at the top and at the bottom, with all that are written alike: `alkohol och heroin`. */
function endsInText(split: Split, lang: Lang): { who: string; written: string }[] {
  const shown = ordered(split)
  const written = ({ figure }: CategoryFigure) => writeProtected(figure, split.kind, lang)
  return [shown, shown.toReversed()].map((from) => {
    const alike = writtenAlike(from, written).map((one) => ({ ...one, text: one.name ? one.title : inText(one.title) }))
    return { who: joined(alike.map(({ text }) => text).sort(swedishOrder), lang), written: written(from[0]!) }
  })
}

/** What a breakdown says: which category is highest and which lowest, or that none can be told apart. */
export function splitSentence(split: Split, lang: Lang): string {
  const ends = extremes(split)
  const by = split.by.toLowerCase()
  if (!ends) return aloneSentence(split, by, lang)
  const [highest, lowest] = ends
  if (!differ(highest.figure, lowest.figure, pairsOf(split)))
    return say(lang, `Ingen säker skillnad efter ${by}`, `No clear difference by ${by}`)
  const [high, low] = endsInText(split, lang).map(({ who, written }) => `${who} (${written})`)
  return say(lang, `Högst ${high}, lägst ${low}`, `Highest ${high}, lowest ${low}`)
}

/** Where there is nothing to compare: the only one that is shown, or that none is. */
function aloneSentence(split: Split, by: string, lang: Lang): string {
  if (ordered(split).length === 0) return say(lang, `För få att visa efter ${by}`, `Too few to show by ${by}`)
  const [{ who, written }] = endsInText(split, lang) as [{ who: string; written: string }]
  return say(lang, `Bara ${who} (${written}) kan visas`, `Only ${who} (${written}) can be shown`)
}

/** How many pairs the shown categories make: the highest and the lowest are picked out of so many. */
const pairsOf = ({ categories }: Pick<Split, 'categories'>): number =>
  pairsAmong(categories.filter(({ figure }) => figure.value !== null).length)

/** The same with what it is about before it: `Månader i insatsen: högst Familjehem (34,2), lägst …`. */
export function subjectSentence(split: Split, lang: Lang): string {
  const stated = splitSentence(split, lang)
  return `${split.of}: ${stated.charAt(0).toLowerCase()}${stated.slice(1)}`
}

/** Of several breakdowns the one whose ends lie farthest apart and differ by more than chance can make. */
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
  const { split } = widest
  const [high, low] = endsInText(split, lang).map(({ who, written }) => `${who} ${written}`)
  const by = split.by.toLowerCase()
  const stated = say(lang, `${split.of} skiljer mest, efter ${by}`, `Widest apart is ${inText(split.of)}, by ${by}`)
  return asSentence(`${stated}: ${say(lang, `${high} mot ${low}`, `${high} against ${low}`)}`)
}

const distance = ([high, low]: [CategoryFigure, CategoryFigure]): number => placeOf(high.figure)! - placeOf(low.figure)!
