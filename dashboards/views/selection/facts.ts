import { writeDate } from '../../../data/model/dates.ts'
import type { PickedFigure } from '../../basket/picked-figure.ts'
import type { Context } from '../../page/view.ts'
import { exploringIn } from '../../text/exploring/index.ts'

/** What a selection is about and rests on, a line each: municipalities, groups, sources, release, and the day. */
export function factsOf(
  figures: readonly (PickedFigure | null)[],
  { lang, texts, lists }: Context,
  today: Date,
): string[] {
  const words = exploringIn(lang).selection.facts
  const shown = figures.filter((figure) => figure !== null)
  const municipalities = distinct(
    shown.map(({ context }) => lists.municipalities.get(context.state.municipality)?.name),
  )
  const groups = distinct(shown.map(({ context }) => context.lists.groups.get(context.state.group)?.name))
  const sources = distinct(
    shown.map(({ spec }) => (spec.sample ? texts.figure.sampleSource : texts.figure.source(spec.source))),
  )
  return [
    ...(municipalities.length ? [words.about(municipalities)] : []),
    ...(groups.length ? [words.comparedWith(groups.join(', '))] : []),
    ...sources,
    ...(lists.release ? [words.release(lists.release.id)] : []),
    words.putTogether(writeDate(today.toISOString(), lang)),
  ]
}

const distinct = (names: readonly (string | undefined)[]): string[] =>
  [...new Set(names)].filter((name) => name !== undefined)
