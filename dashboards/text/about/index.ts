import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type AboutTexts, sv } from './sv.ts'

const TEXTS: Readonly<Record<Lang, AboutTexts>> = { sv, en }

export type { AboutTexts } from './sv.ts'

/** The words of the page about the data, fetched with it. */
export const aboutIn = (lang: Lang): AboutTexts => TEXTS[lang]
