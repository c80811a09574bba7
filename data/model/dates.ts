import { LOCALES } from './locales.ts'
import type { Lang } from './numbers.ts'

/** A day as people write it: `21 november 2026`, `21 November 2026`. */
export const writeDate = (iso: string, lang: Lang): string =>
  new Date(iso).toLocaleDateString(LOCALES[lang], { dateStyle: 'long' })

/** A time of the day as people write it: `13.05`. */
export const writeTime = (moment: Date): string =>
  `${String(moment.getHours()).padStart(2, '0')}.${String(moment.getMinutes()).padStart(2, '0')}`
