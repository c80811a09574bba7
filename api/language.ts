import type { Request } from 'express'
import type { Lang } from '../data/model/numbers.ts'
import { byHeader } from './by-header.ts'

export type Language = Lang
export const languages = ['sv', 'en'] as const satisfies readonly Language[]

/** The parameters of an address, however strange the rest of it is. */
export const searchOf = ({ originalUrl }: Request): URLSearchParams =>
  new URLSearchParams(originalUrl.includes('?') ? originalUrl.slice(originalUrl.indexOf('?')) : '')

/** What `Accept-Language` asks for; Swedish where it says nothing that we have. */
export const preferredLanguage = byHeader(
  'accept-language',
  (request): Language => (request.acceptsLanguages('sv', 'en') === 'en' ? 'en' : 'sv'),
)

/** The language of an answer: `?lang` where it is given and known, else `Accept-Language`. */
export function languageOf(request: Request): Language {
  const asked = searchOf(request).get('lang')
  return languages.find((language) => language === asked) ?? preferredLanguage(request)
}
