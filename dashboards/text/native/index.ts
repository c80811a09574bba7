import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { type NativeTexts, sv } from './sv.ts'

const TEXTS: Readonly<Record<Lang, NativeTexts>> = { sv, en }

/** The words of charts that PowerPoint draws. */
export const nativeIn = (lang: Lang): NativeTexts => TEXTS[lang]
