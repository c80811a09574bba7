import type { Lang } from '../numbers.ts'
import { say } from './finding.ts'
import { type ProtectedFigure, writeProtected } from './followup.ts'

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

/** Lower is better; the whole interval lies on one side of zero, else nothing can be said. */
export function turnOf({ value, lower, upper }: ProtectedFigure): Turn {
  if (value === null || lower === null || upper === null) return 'similar'
  if (upper < 0) return 'better'
  return lower > 0 ? 'worse' : 'similar'
}

/** The areas that improve most and more than chance can make; several where they are level to the decimal. */
export function mostImproved(changes: readonly AreaChange[]): AreaChange[] {
  const certain = changes.filter(({ change }) => turnOf(change) === 'better')
  const most = Math.min(...certain.map(({ change }) => change.value!))
  return certain.filter(({ change }) => change.value === most)
}

/** The title of the change: the area that improves most, with both ends. */
export function changeSentence(changes: readonly AreaChange[], lang: Lang): string {
  const shown = changes.filter(({ change }) => change.value !== null)
  if (shown.length === 0) return say(lang, 'Förändringen visas inte', 'The change is not shown')
  const [most] = mostImproved(changes)
  if (!most)
    return say(
      lang,
      'Inget område har säkert förbättrats hos dem som följts upp',
      'No area has clearly improved among those followed up',
    )
  const [before, after] = [most.before, most.after].map((figure) => writeProtected(figure, 'mean', lang))
  if (most.before.value === null || most.after.value === null) {
    const by = writeProtected({ ...most.change, value: -most.change.value! }, 'mean', lang)
    return say(
      lang,
      `${most.title} minskar med ${by} hos dem som följts upp`,
      `${most.title}: down by ${by} among those followed up`,
    )
  }
  return say(
    lang,
    `${most.title} minskar från ${before} till ${after} hos dem som följts upp`,
    `${most.title}: from ${before} to ${after} among those followed up`,
  )
}
