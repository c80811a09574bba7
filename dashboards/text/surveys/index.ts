import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type SurveyTexts, sv } from './sv.ts'

const TEXTS: Readonly<Record<Lang, SurveyTexts>> = { sv, en }

/** The words of the page of local surveys, fetched with it. */
export const surveysIn = (lang: Lang): SurveyTexts => TEXTS[lang]
