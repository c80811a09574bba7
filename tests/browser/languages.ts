import type { Lang } from '../../data/model/numbers.ts'
import { isLong } from '../fixtures/short-form.ts'

const BOTH = ['sv', 'en'] as const satisfies readonly Lang[]

/** Each view with the languages that it is looked at in: in the short form one of them, by turns, so that both come up. */
export const inLanguages = <View extends string>(views: readonly View[]): { view: View; lang: Lang }[] =>
  views.flatMap((view, at) => (isLong ? BOTH : [BOTH[at % 2]!]).map((lang) => ({ view, lang })))
