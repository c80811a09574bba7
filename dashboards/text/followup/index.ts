import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type FollowupTexts, sv } from './sv.ts'

const TEXTS: Readonly<Record<Lang, FollowupTexts>> = { sv, en }

/** The words of the pages on ASI and UBU, fetched with them. */
export const followupIn = (lang: Lang): FollowupTexts => TEXTS[lang]
