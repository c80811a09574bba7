import type { CompareAnswer } from '../../../data/model/answers/compare.ts'
import type { TrendAnswer } from '../../../data/model/answers/trend.ts'
import { isAnswer } from '../../../data/model/findings/kinds.ts'

type Answers = { country: CompareAnswer; group: CompareAnswer; trend: TrendAnswer }

/** Of yes and no and of grades there is no median and no middle half: none is drawn, keyed, tabled or saved. */
export function withoutMiddle<Asked extends Answers>(asked: Asked): Asked {
  if (!isAnswer(asked.country.about)) return asked
  const { country, group, trend } = asked
  return {
    ...asked,
    country: counted(country),
    group: counted(group),
    trend: { ...trend, reference: trend.reference.map((year) => ({ ...year, ...NONE })) },
  }
}

const NONE = { median: null, q1: null, q3: null }

const counted = (answer: CompareAnswer): CompareAnswer => ({ ...answer, reference: { ...answer.reference, ...NONE } })
