import type { CompareAnswer } from '../../../data/model/answers/compare.ts'
import { isAnswer } from '../../../data/model/findings/kinds.ts'
import type { Compared } from './asked.ts'

/** Of yes and no and of grades there is no median and no middle half: none is drawn, keyed, tabled or saved. */
export function withoutMiddle(compared: Compared): Compared {
  if (!isAnswer(compared.country.about)) return compared
  const { country, group, trend } = compared
  return {
    ...compared,
    country: counted(country),
    group: counted(group),
    trend: { ...trend, reference: trend.reference.map((year) => ({ ...year, ...NONE })) },
  }
}

const NONE = { median: null, q1: null, q3: null }

const counted = (answer: CompareAnswer): CompareAnswer => ({ ...answer, reference: { ...answer.reference, ...NONE } })
