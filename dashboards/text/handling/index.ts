import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type HandlingTexts, sv } from './sv.ts'

const TEXTS: Readonly<Record<Lang, HandlingTexts>> = { sv, en }

export type { HandlingTexts } from './sv.ts'

/** The words of the pages for the lawyer and for who runs the service, fetched with them. */
export const handlingIn = (lang: Lang): HandlingTexts => TEXTS[lang]
