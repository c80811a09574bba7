import type { Lang } from '../../data/model/numbers.ts'
import { en } from './en.ts'
import { sv, type Texts } from './sv.ts'

export type { Texts } from './sv.ts'

const TEXTS: Readonly<Record<Lang, Texts>> = { sv, en }

/** The words of the pages in a language. */
export const textsIn = (lang: Lang): Texts => TEXTS[lang]
