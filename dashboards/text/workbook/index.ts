import type { Lang } from '../../../data/model/numbers.ts'
import { en } from './en.ts'
import { sv, type WorkbookTexts } from './sv.ts'

export type { WorkbookTexts } from './sv.ts'

const TEXTS: Readonly<Record<Lang, WorkbookTexts>> = { sv, en }

/** The words of the page on how a workbook was understood, fetched with it. */
export const workbookIn = (lang: Lang): WorkbookTexts => TEXTS[lang]
