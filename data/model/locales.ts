import type { Lang } from './numbers.ts'

/** The country by whose habits dates and large numbers are written in each language. */
export const LOCALES = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Lang, string>
