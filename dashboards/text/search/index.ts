import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type SearchTexts, sv } from './sv.ts'

/** The words of the search box in a language. */
export const searchIn = (lang: Lang): SearchTexts => (lang === 'sv' ? sv : en)
