import type { Place } from '../../data/model/findings/quarters.ts'
import type { Texts } from '../text/index.ts'
import type { Mark } from './chart.ts'

const BANDS = { best: 'better', middle: 'similar', worst: 'worse', none: 'neutral', level: 'others' } as const

/** The mark of a place among all municipalities. */
export const markOf = (place: Place): Mark => BANDS[place ?? 'none']

/** The marks of places with what each stands for. */
export const placeMarks = ({ bands }: Texts): { mark: Mark; name: string }[] =>
  (['best', 'middle', 'worst', 'none', 'level'] as const).map((name) => ({ mark: BANDS[name], name: bands[name] }))
