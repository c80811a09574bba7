import type { Lang } from '../numbers.ts'
import { joined, say } from './finding.ts'
import { differ, inText, isApart, leading, type ProtectedFigure, placeOf, writeProtected } from './followup.ts'

/** The change of an area within the same persons; every shown change stands beside how many were followed up. */
export type AreaChange = {
  id: string
  title: string
  before: ProtectedFigure
  after: ProtectedFigure
  change: ProtectedFigure
}

/** What a change is: better or worse only where it is more than chance and the protection can make. */
export type Turn = 'better' | 'worse' | 'similar'

/**
 * Lower is better. By the same rule as the sentence over them, so that none is coloured where it says that none has changed.
 * @param among how many changes are shown beside each other
 */
export function turnOf(change: ProtectedFigure, among: number): Turn {
  if (!isApart(change, among)) return 'similar'
  return change.value! < 0 ? 'better' : 'worse'
}

const isShown = ({ change }: AreaChange): boolean => change.value !== null

/** How many of the changes are shown. */
export const countShown = (changes: readonly AreaChange[]): number => changes.filter(isShown).length

/** The areas that turned one way by more than chance and the protection can make among so many, the furthest first. */
function turned(changes: readonly AreaChange[], way: 1 | -1): AreaChange[] {
  const shown = changes.filter(isShown)
  return shown
    .filter(({ change }) => way * change.value! > 0 && isApart(change, shown.length))
    .sort((a, b) => way * (b.change.value! - a.change.value!))
}

/** The areas that improve, most first. Lower is better. */
export const improved = (changes: readonly AreaChange[]): AreaChange[] => turned(changes, -1)

/** The areas that improve most: each beyond doubt more than every other that is shown. Empty where no few do. */
export function mostImproved(changes: readonly AreaChange[]): AreaChange[] {
  const ordered = changes.filter(isShown).sort((a, b) => a.change.value! - b.change.value!)
  const most = ordered.length === 1 ? [] : leading(ordered, ({ change }) => change)
  const certain = improved(changes)
  return most.every((one) => certain.includes(one)) ? most : []
}

/** The title of the change: the area that fell furthest, else that rose furthest, with both ends. */
export function changeSentence(changes: readonly AreaChange[], lang: Lang): string {
  if (!changes.some(isShown)) return say(lang, 'Förändringen visas inte', 'The change is not shown')
  const [better, worse] = [improved(changes)[0], turned(changes, 1)[0]]
  if (better) return movedSentence(better, say(lang, 'minskar', 'down'), lang)
  if (worse) return movedSentence(worse, say(lang, 'ökar', 'up'), lang)
  return say(
    lang,
    'Inget område har säkert förändrats hos dem som följts upp',
    'No area has clearly changed among those followed up',
  )
}

function movedSentence({ title, before, after, change }: AreaChange, moves: string, lang: Lang): string {
  const [from, to] = [before, after].map((figure) => writeProtected(figure, 'mean', lang))
  const by = writeProtected({ ...change, value: Math.abs(change.value!) }, 'mean', lang)
  if (before.value === null || after.value === null)
    return say(
      lang,
      `${title} ${moves} med ${by} hos dem som följts upp`,
      `${title}: ${moves} by ${by} among those followed up`,
    )
  return say(
    lang,
    `${title} ${moves} från ${from} till ${to} hos dem som följts upp`,
    `${title}: from ${from} to ${to} among those followed up`,
  )
}

/** An area's change among those of one sex. */
export type ChangeOfSex = { title: string; change: ProtectedFigure }

/** Where the sexes changed differently by more than chance and the protection can make among so many areas. */
export function changeBySexSentence(
  areas: readonly { title: string; sexes: readonly ChangeOfSex[] }[],
  lang: Lang,
): string {
  const compared = areas.flatMap(({ title, sexes }) => {
    const shown = sexes.filter(({ change }) => change.value !== null)
    const [low, high] = [...shown]
      .sort((a, b) => a.change.value! - b.change.value!)
      .filter((_, at, all) => at === 0 || at === all.length - 1)
    return low && high ? [{ title, low, high }] : []
  })
  if (compared.length === 0) return notComparedBySex(areas, lang)
  const [widest] = compared
    .filter(({ low, high }) => differ(low.change, high.change, compared.length))
    .sort((a, b) => b.high.change.value! - b.low.change.value! - (a.high.change.value! - a.low.change.value!))
  if (!widest)
    return say(
      lang,
      'Inget område har säkert förändrats olika efter kön',
      'No area has clearly changed differently by sex',
    )
  const [one, other] = [widest.low, widest.high].map(
    ({ title, change }) => `${title.toLowerCase()} ${writeProtected(change, 'mean', lang)}`,
  )
  return say(
    lang,
    `${widest.title} förändras olika efter kön: ${one}, ${other}`,
    `${widest.title} changes differently by sex: ${one}, ${other}`,
  )
}

/** Where no area has two sexes to compare: of whom something is shown after all. */
function notComparedBySex(areas: readonly { sexes: readonly ChangeOfSex[] }[], lang: Lang): string {
  const shown = areas.flatMap(({ sexes }) => sexes.filter(({ change }) => change.value !== null))
  const titles = [...new Set(shown.map(({ title }) => title.toLowerCase()))]
  return titles.length === 1
    ? say(
        lang,
        `Förändringen visas bara för ett kön: ${titles[0]}`,
        `The change is shown for one sex only: ${titles[0]}`,
      )
    : say(lang, 'Könens förändring kan inte jämföras', 'The change of the sexes cannot be compared')
}

/** How many of those followed up turned which way in an area, in percent. */
export type Outcome = { title: string; improved: ProtectedFigure }

/** In which area most improved, where it is beyond doubt; else how many did where it is highest. */
export function outcomeSentence(areas: readonly Outcome[], lang: Lang): string {
  const ordered = areas
    .filter(({ improved }) => improved.value !== null)
    .sort((a, b) => placeOf(b.improved)! - placeOf(a.improved)!)
  const [first] = ordered
  if (!first) return say(lang, 'Hur många som förbättrats visas inte', 'How many improved is not shown')
  const lead = leading(ordered, ({ improved }) => improved)
  const written = ({ improved }: Outcome) => writeProtected(improved, 'share', lang)
  if (lead.length === 0)
    return say(
      lang,
      `${first.title}: ${written(first)} har förbättrats minst två steg`,
      `${first.title}: ${written(first)} improved by two steps or more`,
    )
  const named = lead.map((one) => `${inText(one.title)} (${written(one)})`)
  return say(
    lang,
    `Flest har förbättrats minst två steg i ${joined(named, lang)}`,
    `Most improved by two steps or more: ${joined(named, lang)}`,
  )
}
