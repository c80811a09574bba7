import type { Lang } from '../../data/model/numbers.ts'

/** `npm run browser` looks at every page in both languages; the suite at each in one of them, by turns, so that both come up. */
export const isLong = import.meta.env.MODE === 'long'

const BOTH = ['sv', 'en'] as const satisfies readonly Lang[]

/** Each view with the languages that it is looked at in. */
export const inLanguages = <View extends string>(views: readonly View[]): { view: View; lang: Lang }[] =>
  views.flatMap((view, at) => (isLong ? BOTH : [BOTH[at % 2]!]).map((lang) => ({ view, lang })))
