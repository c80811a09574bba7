import type { Lang } from '../model/numbers.ts'
import { sayIn } from './codebook.ts'
import { plainCsv, plainXlsx } from './plain.ts'

/** The columns of a local survey on a scale of grades, in the template's order: a row a question, place and grade. */
export const surveyColumns = [
  'fraga',
  'titel',
  'kommun',
  'period',
  'svarar',
  'grad',
  'gradnamn',
  'antal',
  'tillfragade',
] as const

/** An empty file of answers on grades. */
export const surveyCsv = (): string => plainCsv(surveyColumns)

/** The same as a workbook, with its codebook on a second sheet. */
export const surveyXlsx = (language: Lang): Promise<Buffer> =>
  plainXlsx(sayIn(language)('Enkätsvar', 'Answers'), surveyColumns, contentIn(language), language)

function contentIn(language: Lang): Record<(typeof surveyColumns)[number], string> {
  const say = sayIn(language)
  return {
    fraga: say(
      'eget id för frågan: 2–41 tecken av A–Z, a–z, 0–9, _ och -',
      'an id of your own for the question: 2–41 of A–Z, a–z, 0–9, _ and -',
    ),
    titel: say('frågan som den ställdes', 'the question as it was asked'),
    kommun: say(
      'kommunkod, fyra siffror; tomt för alla kommuner tillsammans',
      'municipality code, four digits; empty for all municipalities together',
    ),
    period: say('år, fyra siffror', 'year, four digits'),
    svarar: say(
      'vilka som svarade: chefer, personal, klienter (även barn och anhöriga) eller övriga. Klienters svar skyddas som uppföljningen: minst tio svarande, avrundade antal, inga prickar. Personal och övriga ska vara minst fem på varje rad med kommun; slå annars ihop kommunerna',
      'who answered: managers, staff, clients (children and relatives too) or others. Clients’ answers are protected like the follow-up: ten answerers at least, rounded counts, no dots. Staff and others must be at least five in each municipality; else put the municipalities together',
    ),
    grad: say('gradens nummer, heltal 0–10, lägsta först', 'number of the grade, whole 0–10, the lowest first'),
    gradnamn: say(
      'vad graden heter, till exempel "Till stor del"',
      'what the grade is called, such as "To a large extent"',
    ),
    antal: say('hur många som valde graden, heltal; 0 om ingen', 'how many chose the grade, whole; 0 for nobody'),
    tillfragade: say(
      'hur många som fick frågan, samma på frågans alla rader för kommunen; tomt om det inte är känt',
      'how many were asked, the same on all rows of the question for the municipality; empty if not known',
    ),
  }
}
