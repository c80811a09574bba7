import { z } from 'zod'
import { Sex } from '../../data/model/answers/figure.ts'
import type { Localized } from '../../data/model/localized.ts'

/** How many indicators /similar may be asked to be alike in. */
const MOST_ALIKE_IN = 30

/** What is said of a value in the wrong form, by the key that stands as the schema's error. */
export const forms: Record<string, Localized> = {
  year: { sv: 'Skriv ett år med fyra siffror, till exempel 2023.', en: 'Write a year with four digits, such as 2023.' },
  word: {
    sv: 'Skriv ett id med bokstäver, siffror, bindestreck och understreck.',
    en: 'Write an id of letters, digits, hyphens and underscores.',
  },
  list: { sv: 'Skriv id:n med kommatecken emellan.', en: 'Write ids with commas between them.' },
  several: {
    sv: `Skriv högst ${MOST_ALIKE_IN} indikatorer, var och en en gång.`,
    en: `Write at most ${MOST_ALIKE_IN} indicators, each once.`,
  },
  weights: {
    sv: 'Skriv lika många tal som indikatorer, 0–100, med kommatecken emellan.',
    en: 'Write as many numbers as indicators, 0–100, with commas between them.',
  },
  password: { sv: 'Lösenordet ska ha 12–200 tecken.', en: 'The password must have 12–200 characters.' },
  day: { sv: 'Skriv en dag som 2026-11-30.', en: 'Write a day such as 2026-11-30.' },
  grant: {
    sv: 'Rollen gäller för en kommun (dataansvarig) eller en grupp (FoU-analytiker); de andra rollerna för allt.',
    en: 'The role holds for a municipality (data manager) or a group (FoU analyst); the other roles for everything.',
  },
  name: { sv: 'Skriv ett namn, högst 100 tecken.', en: 'Write a name, at most 100 characters.' },
  email: { sv: 'Skriv en e-postadress.', en: 'Write an e-mail address.' },
  count: { sv: 'Skriv ett heltal inom gränserna.', en: 'Write a whole number within the limits.' },
}

const LONGEST_LIST = 2000
const WORD = /^[\p{L}\p{N}_-]{1,64}$/u
const LIST = /^[\p{L}\p{N}_-]{1,64}(,[\p{L}\p{N}_-]{1,64})*$/u

/** One id: of an indicator, an area, a municipality. */
export const id = (about: string) => z.string().regex(WORD, 'word').describe(about)

/** Ids with commas between them, as they stand. */
const orderedIds = (about: string) =>
  z
    .string()
    .max(LONGEST_LIST)
    .regex(LIST, 'list')
    .describe(about)
    .transform((text) => text.split(','))

/** Ids with commas between them as a set: sorted, each once. */
export const idSet = (about: string) => orderedIds(about).transform((ids) => [...new Set(ids)].sort())

/** Indicators in the order that they first stand. */
export const indicatorsInOrder = (about: string) => orderedIds(about).transform((ids) => [...new Set(ids)])

/** Indicators to be alike in, in the order that they stand, each once. */
export const alikeIndicators = (about: string) =>
  orderedIds(about).refine((ids) => ids.length <= MOST_ALIKE_IN && new Set(ids).size === ids.length, 'several')

/** Municipalities to compare with: the id of a group, or municipality codes with commas between them. */
export const groupOf = (about: string) => idSet(`${about}: a group id, or municipality codes with commas between them`)

export const year = (about: string) =>
  z
    .string()
    .regex(/^(19|20)\d\d$/, 'year')
    .describe(about)
    .transform(Number)

export const wholeNumber = (about: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'count')
    .transform(Number)
    .refine((value) => value >= min && value <= max, 'count')
    .describe(`${about}: ${min}–${max}`)

const YES: readonly string[] = ['true', '1', 'yes']

/** A word for yes or no, as people write it in an address. */
export const yesOrNo = (about: string) =>
  z
    .enum(['true', 'false', '1', '0', 'yes', 'no'])
    .describe(about)
    .transform((word) => YES.includes(word))

export const sex = Sex.default('T').describe('T everyone, K women, M men')
export const reference = groupOf('Compared with').prefault('all')
export const indicator = id('Id of an indicator, such as N31814')
export const municipality = id('Municipality code, such as 0184')
export const period = year(
  'Year; without it the newest that at least half as many municipalities have a value for as had at best in ten years',
).optional()
