import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import type { MethodTexts } from './explained.ts'
import { sv } from './sv.ts'

const TEXTS: Readonly<Record<Lang, MethodTexts>> = { sv, en }

/** The words of the method page, fetched with it. */
export const methodsIn = (lang: Lang): MethodTexts => TEXTS[lang]
