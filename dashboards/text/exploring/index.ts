import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type ExploringTexts, sv } from './sv.ts'

const TEXTS: Readonly<Record<Lang, ExploringTexts>> = { sv, en }

/** The words of the pages that explore, fetched with them. */
export const exploringIn = (lang: Lang): ExploringTexts => TEXTS[lang]
