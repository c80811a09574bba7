import type { TrendAnswer } from '../../../data/model/answers/trend.ts'
import type { Uncertain } from '../../../data/model/findings/certainty.ts'
import { isAnswer } from '../../../data/model/findings/kinds.ts'
import type { KeyItem } from '../../charts/key.ts'
import { restsKey } from '../../charts/rests-key.ts'
import type { Context } from '../../page/view.ts'

/** What the uncertainty of values rests on; an answer is as it was given. */
export const restsOf = (rows: readonly Uncertain[], about: { kind: string }, { texts }: Context): KeyItem[] =>
  isAnswer(about) ? [] : restsKey(rows, texts)

/** The median and the middle half of the country, where they are drawn. */
export const middleKey = ({ reference }: TrendAnswer, { compare }: Context['texts']): KeyItem[] =>
  reference.every(({ median }) => median === null)
    ? []
    : [
        { sign: 'dashed', word: compare.trendMedian },
        { sign: 'field', word: compare.trendMiddle },
      ]
