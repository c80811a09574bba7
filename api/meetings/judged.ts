import type { Subject } from '../../data/figures/subject.ts'
import type { Action } from '../../data/model/meetings/action.ts'
import { type Evidence, judge, type Verdict } from '../../data/model/meetings/judge.ts'
import { subjectOf } from '../figures/subject.ts'
import type { OpenRelease } from '../release/open-release.ts'
import { measuredAt } from './measured.ts'

/** A judged action: `due` once the release has the agreed year, or a later one, for the indicator. */
export type Judged = {
  due: boolean
  verdict: Verdict | null
  /** The starting value as the release has it now, where it is not what the session saw any more. */
  revisedBaseline: number | null
}

const NOT_YET: Judged = { due: false, verdict: null, revisedBaseline: null }

/**
 * Judges an action by the release, with the one rule. Both years are read from the same release: a series that was revised
 * between is compared with itself.
 * @param others municipalities to compare with; the action's own is left out
 */
export async function judgedIn(release: OpenRelease, action: Action, others: readonly string[]): Promise<Judged> {
  const { expectation, municipality } = action
  const indicator = expectation && release.indicators.get(expectation.indicator)
  if (!expectation || !indicator) return NOT_YET
  const subject = await subjectOf(release, indicator, expectation.sex)
  if (!subject.values.periods.some((period) => period >= expectation.period)) return NOT_YET
  const evidence = evidenceOf(release, subject, { ...expectation, municipality, others })
  const now = evidence.before?.value ?? null
  const revised = expectation.baseline !== null && now !== null && now !== expectation.baseline
  return { due: true, verdict: judge(expectation, evidence), revisedBaseline: revised ? now : null }
}

type Years = { from: number; period: number; municipality: string; others: readonly string[] }

function evidenceOf(release: OpenRelease, subject: Subject, { from, period, municipality, others }: Years): Evidence {
  const { values, indicator } = subject
  return {
    before: measuredAt(release, subject, from, municipality),
    after: measuredAt(release, subject, period, municipality),
    others: others.flatMap((code) => {
      const [before, after] = [values.value(from, code), values.value(period, code)]
      return code === municipality || before === null || after === null ? [] : [{ before, after }]
    }),
    exact: indicator.kind === 'yesno',
  }
}
