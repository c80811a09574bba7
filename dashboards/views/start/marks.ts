import type { StandoutAnswer } from '../../../data/model/answers/standout.ts'
import { type BandMark, bandMark } from '../../charts/bands.ts'

export type Side = StandoutAnswer['differs'][number]['side']
type Move = Pick<StandoutAnswer['moved'][number], 'side' | 'recentTrend'>

const MARKS = { better: bandMark('best'), worse: bandMark('worst'), none: bandMark(null) }

/** Better and worse as the best and the worst quarter are drawn. */
export const markOf = (side: Side): BandMark => MARKS[side ?? 'none']

/** A change that may be chance is marked neither better nor worse. */
export const markOfMove = ({ side, recentTrend }: Move): BandMark =>
  recentTrend?.change === 'none' ? bandMark('middle') : markOf(side)
