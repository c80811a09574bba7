import { LOCALES } from '../data/model/locales.ts'

/** The languages that the ETL speaks to its operator. */
export type Language = 'sv' | 'en'

let spoken: Language = 'sv'

/** Chooses the language of everything said from now on. */
export function speak(language: Language): void {
  spoken = language
}

/** The chosen language. */
export const spokenLanguage = (): Language => spoken

/** The text in the chosen language. */
export function say(sv: string, en: string): string {
  return spoken === 'en' ? en : sv
}

/** The language of `--lang`, else English where the terminal's is, else Swedish. */
export function languageOf(option: string | undefined, environment = process.env): Language {
  return (option ?? environment.LANG ?? '').startsWith('en') ? 'en' : 'sv'
}

/** A number as text, with the language's own thousands separator. */
export function counted(number: number): string {
  return number.toLocaleString(LOCALES[spoken])
}
