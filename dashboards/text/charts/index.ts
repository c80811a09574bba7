import { en } from './en.ts'
import { sv } from './sv.ts'

/** What the parts of a drawing are called in a language, Swedish where it is none that is spoken here. */
export const chartPartsIn = (lang: string): Readonly<Record<string, string>> => (lang === 'en' ? en : sv)
