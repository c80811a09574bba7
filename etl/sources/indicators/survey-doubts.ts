import { FEWEST_STAFF } from '../../../data/model/survey.ts'
import { say } from '../../language.ts'
import { personal } from '../figure-check.ts'

const doubt = (rule: string, sv: string, en: string) => ({ rule, message: () => say(sv, en) })

/** What may be wrong in a local survey: the rule, and what is said of it. */
export const DOUBTS = {
  id: doubt(
    'indicator-id',
    'Frågans id ska vara 2–41 tecken av A–Z, a–z, 0–9, _ och -, med en bokstav först.',
    'The id of a question must be 2–41 of A–Z, a–z, 0–9, _ and -, beginning with a letter.',
  ),
  person: { rule: 'identity', message: personal },
  'no-title': doubt(
    'missing-title',
    'Frågan behöver stå som den ställdes.',
    'The question must stand as it was asked.',
  ),
  long: doubt(
    'title-length',
    'Texten är för lång (högst 300 tecken).',
    'The text is too long (300 characters at most).',
  ),
  municipality: doubt(
    'unknown-municipality',
    'Kommunkoden finns inte. Lämna tomt för alla kommuner tillsammans.',
    'There is no such municipality code. Leave it empty for all municipalities together.',
  ),
  year: doubt('year', 'Året ska vara fyra siffror.', 'The year must be four digits.'),
  answerers: doubt(
    'answerers',
    'Skriv vilka som svarade: chefer, personal, klienter eller övriga.',
    'Write who answered: managers, staff, clients or others.',
  ),
  'clients-whole': doubt(
    'whole-and-parts',
    'Klienters svar kan stå för kommunerna eller för alla tillsammans, inte båda: då går det att räkna ut vad de övriga svarat. Ta bort raderna utan kommun, eller raderna med.',
    'Clients’ answers can be of the municipalities or of all together, not both: what the others answered could be had by subtraction. Take away the rows without a municipality, or those with one.',
  ),
  whole: doubt('whole-number', 'Här ska stå ett heltal, 0 eller mer.', 'A whole number, 0 or more, must stand here.'),
  date: doubt(
    'date',
    'Här står ett datum. Skriv talet igen i en cell som är formaterad som tal.',
    'There is a date here. Enter the number again in a cell formatted as a number.',
  ),
  uncomputed: doubt(
    'uncomputed',
    'Formeln har inget lagrat resultat. Öppna arbetsboken i Excel, spara den och försök igen.',
    'The formula has no stored result. Open the workbook in Excel, save it and try again.',
  ),
  'grade-twice': doubt(
    'duplicate',
    'Samma fråga, kommun, år och grad finns redan tidigare i filen.',
    'The same question, municipality, year and grade stands earlier in the file.',
  ),
  'other-title': doubt(
    'contradiction',
    'Frågan har en annan lydelse, eller andra som svarat, än tidigare i filen. En fråga med ny lydelse behöver ett nytt id.',
    'The question has another wording, or others who answered, than earlier in the file. A question with a new wording needs a new id.',
  ),
  'other-grade': doubt(
    'contradiction',
    'Graden heter något annat än tidigare i filen.',
    'The grade is called something else than earlier in the file.',
  ),
  'other-asked': doubt(
    'contradiction',
    'Antalet tillfrågade är ett annat än på tidigare rader om samma fråga och kommun.',
    'The number asked is another than on earlier rows about the same question and municipality.',
  ),
  'more-than-asked': doubt(
    'parts-disagree',
    'Fler har svarat än som tillfrågades.',
    'More have answered than were asked.',
  ),
  'parts-over-whole': doubt(
    'parts-disagree',
    'Kommunerna har tillsammans fler svar på graden än raden för alla kommuner.',
    'The municipalities together have more answers on the grade than the row of all municipalities.',
  ),
  'one-grade': doubt(
    'one-grade',
    'Frågan har bara en grad. Ta med alla skalans grader, också dem som ingen valde (antal 0).',
    'The question has one grade only. Include every grade of the scale, also those nobody chose (count 0).',
  ),
  few: doubt(
    'few-answerers',
    `Färre än ${FEWEST_STAFF} har svarat (eller blir över när kommunerna dras från alla): då syns vem som svarat vad. Slå ihop kommunerna till en rad utan kommun, eller ta bort frågan.`,
    `Fewer than ${FEWEST_STAFF} have answered (or are left when the municipalities are taken from all): it would show who answered what. Put the municipalities together in rows without a municipality, or leave the question out.`,
  ),
} as const
export type Doubt = keyof typeof DOUBTS
