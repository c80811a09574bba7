import type { Problem as ProblemBody } from '../data/model/answers/problem.ts'
import type { Localized } from '../data/model/localized.ts'
import type { Language } from './language.ts'

/** Every kind of error that the API answers: status and title. */
const KINDS = {
  'invalid-question': [400, { sv: 'Frågan går inte att besvara', en: 'The question cannot be answered' }],
  'invalid-body': [422, { sv: 'Det som skickades går inte att ta emot', en: 'What was sent cannot be taken' }],
  'not-signed-in': [401, { sv: 'Du är inte inloggad', en: 'You are not signed in' }],
  'not-allowed': [403, { sv: 'Du får inte göra det här', en: 'You may not do this' }],
  'foreign-origin': [403, { sv: 'Frågan kommer från en annan webbplats', en: 'The request comes from another site' }],
  'not-found': [404, { sv: 'Adressen finns inte', en: 'There is nothing at this address' }],
  'wrong-method': [405, { sv: 'Metoden går inte att använda här', en: 'The method cannot be used here' }],
  conflict: [409, { sv: 'Något har ändrats under tiden', en: 'Something has changed meanwhile' }],
  'too-slow': [408, { sv: 'Frågan kom för långsamt', en: 'The request was too slow' }],
  'body-too-large': [413, { sv: 'Meddelandet är för stort', en: 'The body is too large' }],
  'file-too-large': [413, { sv: 'Filen är för stor', en: 'The file is too large' }],
  'address-too-long': [414, { sv: 'Adressen är för lång', en: 'The address is too long' }],
  'wrong-media-type': [415, { sv: 'Skicka JSON', en: 'Send JSON' }],
  expectation: [417, { sv: 'Förväntan kan inte uppfyllas', en: 'The expectation cannot be met' }],
  'too-many-requests': [429, { sv: 'För många frågor', en: 'Too many requests' }],
  'headers-too-long': [431, { sv: 'Frågans huvud är för långt', en: 'The headers are too long' }],
  'not-acknowledged': [422, { sv: 'Varningar är inte besvarade', en: 'Warnings are not acknowledged' }],
  failure: [500, { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' }],
  'no-release': [503, { sv: 'Det finns inga uppgifter än', en: 'There are no data yet' }],
  'no-workspace': [503, { sv: 'Inloggningen går inte att nå just nu', en: 'Sign-in cannot be reached just now' }],
  'no-room': [507, { sv: 'Det finns ingen plats för filen', en: 'There is no room for the file' }],
  busy: [503, { sv: 'Det är många frågor just nu', en: 'The service is busy' }],
  'took-too-long': [503, { sv: 'Frågan tog för lång tid', en: 'The question took too long' }],
} as const satisfies Record<string, readonly [number, Localized]>

type Kind = keyof typeof KINDS
export type Mistake = { path: string; message: Localized }

/** Something that a caller is told, in both languages; never carries what went on inside. */
export class Problem extends Error {
  override name = 'Problem'
  readonly kind: Kind
  readonly status: number
  readonly detail: Localized
  readonly mistakes: readonly Mistake[]
  readonly more: object

  /** @param more what a program needs to go on, such as the version that was first */
  constructor(kind: Kind, detail: Localized, mistakes: readonly Mistake[] = [], more: object = {}) {
    super(detail.en)
    this.kind = kind
    this.detail = detail
    this.mistakes = mistakes
    this.more = more
    this.status = KINDS[kind][0]
  }

  /** The body of `application/problem+json`. */
  body(language: Language): ProblemBody {
    return {
      ...this.more,
      type: `urn:jamsides:problem:${this.kind}`,
      title: KINDS[this.kind][1][language],
      status: this.status,
      detail: this.detail[language],
      ...(this.mistakes.length > 0 && {
        errors: this.mistakes.map(({ path, message }) => ({ path, message: message[language] })),
      }),
    }
  }
}

/** A question with something wrong in its parameters: each mistake by the parameter's name. */
export function invalidQuestion(mistakes: readonly Mistake[]): Problem {
  const say = (language: Language) => mistakes.map(({ path, message }) => `${path}: ${message[language]}`).join(' ')
  return new Problem('invalid-question', { sv: say('sv'), en: say('en') }, mistakes)
}

/** Something sent that is wrong: each mistake by the field's name. */
export function invalidBody(mistakes: readonly Mistake[]): Problem {
  const say = (language: Language) =>
    mistakes.map(({ path, message }) => (path ? `${path}: ${message[language]}` : message[language])).join(' ')
  return new Problem('invalid-body', { sv: say('sv'), en: say('en') }, mistakes)
}

/** @param why the release that should be served is not */
export const noRelease = (why: Localized | null) =>
  new Problem(
    'no-release',
    why ?? {
      sv: 'Ingen inläsning är publicerad. Läs in uppgifter med npm run etl -- load FIL eller skapa exempeldata med npm run etl -- sample.',
      en: 'No release is published. Load data with npm run etl -- load FILE or make sample data with npm run etl -- sample.',
    },
  )
