import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { sv, type WorkTexts } from './sv.ts'

const TEXTS: Readonly<Record<Lang, WorkTexts>> = { sv, en }

/** The words of signing in and of running the service, fetched with those pages. */
export const workIn = (lang: Lang): WorkTexts => TEXTS[lang]
