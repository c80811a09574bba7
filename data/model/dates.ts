import type { Lang } from './numbers.ts'

/** A day as people write it: `21 november 2026`, `21 November 2026`. */
export const writeDate = (iso: string, lang: Lang): string =>
  new Date(iso).toLocaleDateString(lang === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long' })
