import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type PaletteTexts, sv } from './sv.ts'

/** The words of the command palette in a language. */
export const paletteIn = (lang: Lang): PaletteTexts => (lang === 'sv' ? sv : en)
