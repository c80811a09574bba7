import type { Request } from 'express'
import type { Localized } from '../data/model/localized.ts'

export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/** What `Accept-Language` asks for; Swedish where it says nothing that we have. */
export function preferredLanguage(request: Request): Language {
  return request.acceptsLanguages('sv', 'en') === 'en' ? 'en' : 'sv'
}

/** The language of an answer: `?lang` where it is given and known, else `Accept-Language`. */
export function languageOf(request: Request): Language {
  const asked = new URL(request.originalUrl, 'http://localhost').searchParams.get('lang')
  return languages.find((language) => language === asked) ?? preferredLanguage(request)
}

/** The same text in both languages, for names that have only one. */
export const inBoth = (text: string): Localized => ({ sv: text, en: text })
