import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type StartTexts, sv } from './sv.ts'

const TEXTS: Readonly<Record<Lang, StartTexts>> = { sv, en }

/** The words of the start page, fetched with it. */
export const startIn = (lang: Lang): StartTexts => TEXTS[lang]
