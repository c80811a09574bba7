import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type MeetingTexts, sv } from './sv.ts'

export type { MeetingTexts }

const TEXTS: Readonly<Record<Lang, MeetingTexts>> = { sv, en }

/** The words of the analysis sessions, fetched with them. */
export const meetingsIn = (lang: Lang): MeetingTexts => TEXTS[lang]
