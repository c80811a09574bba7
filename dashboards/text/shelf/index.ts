import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type ShelfTexts, sv } from './sv.ts'

export type { ShelfTexts }

const TEXTS: Readonly<Record<Lang, ShelfTexts>> = { sv, en }

/** The words of the knowledge shelf, fetched with it. */
export const shelfIn = (lang: Lang): ShelfTexts => TEXTS[lang]
