import type { CompareAnswer } from '../answers/compare.ts'

/** What sentences need of an answer in which a group is compared. */
export type Compared = Pick<CompareAnswer, 'about' | 'period' | 'reference' | 'rows'> &
  Partial<Pick<CompareAnswer, 'comparedWith' | 'sex'>>
