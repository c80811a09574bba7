import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type HandInTexts, sv } from './sv.ts'

const TEXTS: Readonly<Record<Lang, HandInTexts>> = { sv, en }

export type { HandInTexts } from './sv.ts'

/** The words of the page where extracts are handed in, fetched with it. */
export const handInIn = (lang: Lang): HandInTexts => TEXTS[lang]
